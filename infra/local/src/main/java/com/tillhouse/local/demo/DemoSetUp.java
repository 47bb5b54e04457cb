package com.tillhouse.local.demo;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.SetUpGatewayAccount;
import com.tillhouse.core.gateway.SetUpGatewayAccountCommand;
import com.tillhouse.core.operator.usecase.EnrolOperator;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.IssueApiClientCommand;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.Scope;
import com.tillhouse.core.webhook.domain.EventTypes;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpoint;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpointCommand;
import com.tillhouse.core.webhook.usecase.OpenSessionEndpoint;
import com.tillhouse.local.app.App;
import com.tillhouse.local.app.RunningApps;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Takes the demo merchants onto the platform, as an operator and the merchants themselves would, by the platform's own use cases. */
public final class DemoSetUp {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RunningApps apps;
    private final SandboxClients sandbox;
    private final URI shop;
    private final EnrolOperator operators;

    /**
     * Sets up on running apps.
     *
     * @param shop base address of the demo shop, which gets the webhooks
     * @param operators on the connection of the schema's owner
     */
    public DemoSetUp(RunningApps apps, SandboxClients sandbox, URI shop, EnrolOperator operators) {
        this.apps = apps;
        this.sandbox = sandbox;
        this.shop = shop;
        this.operators = operators;
    }

    /** Somebody who runs the platform. */
    public SignIn operator() {
        SignIn operator = new SignIn("operator@tillhouse.example", password());
        operators.enrol(EmailAddress.read(operator.email()).orElseThrow(), operator.password());
        return operator;
    }

    /** A merchant with member, keys proved at the sandbox, API client and webhooks to its shop. */
    public DemoTenant merchant(String slug, String name) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        apps.get(App.API, RegisterTenant.class).register(tenant, slug, name);
        SignIn owner = owner(tenant, slug);
        String antomClientId =
                "SANDBOX_" + new BigInteger(60, RANDOM).toString(36).toUpperCase(Locale.ROOT);
        String logo = shop + "/assets/" + slug + "-logo.svg";
        GatewayAccount account = apps.get(App.API, SetUpGatewayAccount.class)
                .setUp(
                        new SetUpGatewayAccountCommand(
                                tenant, Mode.TEST, antomClientId, sandbox.base().toString()),
                        publicKey -> sandbox.register(antomClientId, publicKey, name, logo));
        IssuedSecret client = apps.get(App.API, IssueApiClient.class)
                .issue(new IssueApiClientCommand(tenant, Mode.TEST, "Shop backend", Scope.words()));
        WebhookSecret webhooks = webhooks(tenant, slug);
        return new DemoTenant(
                tenant.toString(),
                slug,
                name,
                owner.email(),
                owner.password(),
                client.clientId(),
                client.secret(),
                webhooks.reveal(),
                account.notifyPath(),
                antomClientId);
    }

    private SignIn owner(TenantId tenant, String slug) {
        SignIn owner = new SignIn("owner@" + slug + ".example", password());
        EmailAddress email = EmailAddress.read(owner.email()).orElseThrow();
        apps.get(App.ADMIN, AddMember.class).handle(new AddMemberCommand(tenant, email, owner.password(), Role.OWNER));
        return owner;
    }

    /** One secret for the shop's endpoint and for the notify_url of single sessions, so that scripts need to know only one. */
    private WebhookSecret webhooks(TenantId tenant, String slug) {
        WebhookSecret secret = WebhookSecret.fresh();
        apps.get(App.API, AddWebhookEndpoint.class)
                .add(new AddWebhookEndpointCommand(
                        tenant, Mode.TEST, shop + "/webhooks/" + slug, Set.of(EventTypes.ALL), secret));
        apps.get(App.API, OpenSessionEndpoint.class).open(tenant, Mode.TEST, secret);
        return secret;
    }

    private static String password() {
        return new BigInteger(100, RANDOM).toString(36);
    }
}
