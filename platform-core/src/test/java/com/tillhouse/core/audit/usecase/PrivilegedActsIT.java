package com.tillhouse.core.audit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditFilter;
import com.tillhouse.core.audit.domain.SecondFactorRequiredException;
import com.tillhouse.core.audit.domain.StepUpPolicy;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.clientkey.UploadClientKeys;
import com.tillhouse.core.clientkey.UploadClientKeysCommand;
import com.tillhouse.core.erasure.BuyerDataPolicy;
import com.tillhouse.core.erasure.BuyerName;
import com.tillhouse.core.erasure.ChangeBuyerDataPolicy;
import com.tillhouse.core.erasure.EraseBuyerData;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.Totp;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.factor.usecase.EnrolTotp;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.factor.usecase.RemoveTotp;
import com.tillhouse.core.factor.usecase.RenewRecoveryCodes;
import com.tillhouse.core.factor.usecase.RequireSecondFactor;
import com.tillhouse.core.factor.usecase.RequireSecondFactorCommand;
import com.tillhouse.core.gateway.KeysNotProvedException;
import com.tillhouse.core.gateway.SetUpGatewayAccount;
import com.tillhouse.core.gateway.SetUpGatewayAccountCommand;
import com.tillhouse.core.gatewaykey.domain.KeyForms;
import com.tillhouse.core.gatewaykey.usecase.ActivateGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.AddGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKey;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKeyCommand;
import com.tillhouse.core.gatewaykey.usecase.OpenGatewayAccount;
import com.tillhouse.core.gatewaykey.usecase.OpenGatewayAccountCommand;
import com.tillhouse.core.gatewaykey.usecase.RetireGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.UploadGatewayKeyCommand;
import com.tillhouse.core.keyset.usecase.RotateKeysets;
import com.tillhouse.core.keyset.usecase.RotateMasterKey;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.RecordReviewDecision;
import com.tillhouse.core.review.ReviewChoice;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.AlreadyMemberException;
import com.tillhouse.core.tenant.DisableApiClient;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.EndClientSecret;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.IssueApiClientCommand;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.RecordSignIn;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.RotateClientSecret;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpoint;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpointCommand;
import com.tillhouse.core.webhook.usecase.OpenSessionEndpoint;
import com.tillhouse.core.webhook.usecase.RotateWebhookSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** I-17: each privileged act has exactly one entry, with who, what, when and from where; what failed or changed nothing has none. */
class PrivilegedActsIT extends AuditTrailFixture {
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    BeanFactory beans;

    private boolean settled;

    @Autowired
    FindAudit find;

    @Autowired
    RecordAct acts;

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private PersonId member(Role role) {
        String email = UUID.randomUUID() + "@shop.example";
        return bean(AddMember.class).handle(new AddMemberCommand(tenant, new EmailAddress(email), PASSWORD, role));
    }

    private IssuedSecret client() {
        return bean(IssueApiClient.class)
                .issue(new IssueApiClientCommand(tenant, Mode.TEST, "Shop backend", Set.of("refunds:write")));
    }

    private void policy(SurplusPolicy surplus) {
        bean(ChangeCheckoutPolicy.class).change(new ChangeCheckoutPolicyCommand(tenant, surplus, DuplicateOrder.ALLOW));
    }

    private void decide(PersonId person) {
        DecideReviewCommand<PaymentStatus> command = new DecideReviewCommand<>(
                tenant,
                Mode.TEST,
                "pay_1",
                "amount_mismatch",
                Instant.parse("2026-11-22T12:00:00Z"),
                settled ? ReviewChoice.SETTLE : ReviewChoice.LEAVE,
                settled ? PaymentStatus.FAILED : null,
                "seen",
                person);
        unitOfWork.runInTenant(tenant, () -> bean(RecordReviewDecision.class).keep(command));
    }

    /** What has to be there before, and the act itself. */
    private Runnable prepared(AuditAction action) {
        return switch (action) {
            case TENANT_REGISTERED -> () -> tenant = newTenant();
            case MEMBER_ADDED -> () -> member(Role.VIEWER);
            case SIGN_IN_SUCCEEDED -> {
                PersonId person = member(Role.VIEWER);
                yield () -> bean(RecordSignIn.class).succeeded(person);
            }
            case SECOND_FACTOR_ADDED -> {
                PersonId person = member(Role.VIEWER);
                bean(EnrolTotp.class).begin(person);
                yield () -> bean(EnrolTotp.class).confirm(person, code(person));
            }
            case SECOND_FACTOR_REMOVED -> {
                PersonId person = enrolled();
                yield () -> bean(RemoveTotp.class).remove(person);
            }
            case RECOVERY_CODES_MADE -> {
                PersonId person = enrolled();
                yield () -> bean(RenewRecoveryCodes.class).renew(person);
            }
            case RECOVERY_CODE_USED -> {
                PersonId person = enrolled();
                String code = bean(RenewRecoveryCodes.class).renew(person).getFirst();
                yield () -> bean(ProveSecondFactor.class).byCode(person, code);
            }
            case MEMBER_INVITED,
                    INVITATION_REVOKED,
                    INVITATION_ACCEPTED,
                    MEMBER_ROLE_CHANGED,
                    MEMBER_REMOVED,
                    SIGN_IN_FAILED,
                    SIGNED_OUT,
                    SIGN_IN_REVOKED,
                    PASSWORD_CHANGED,
                    PASSWORD_RESET -> new TeamActsFixture(beans, tenant).prepared(action);
            case SECOND_FACTOR_RULE_CHANGED ->
                () -> bean(RequireSecondFactor.class).change(new RequireSecondFactorCommand(tenant, true));
            case GATEWAY_ACCOUNT_SET_UP -> this::gateway;
            case GATEWAY_ACCOUNT_ENTERED -> this::enterAccount;
            case GATEWAY_KEYS_MADE -> {
                enterAccount();
                yield this::makeKeys;
            }
            case GATEWAY_KEYS_UPLOADED -> {
                enterAccount();
                yield this::uploadKeys;
            }
            case GATEWAY_ANTOM_KEY_ENTERED -> {
                enterAccount();
                makeKeys();
                yield this::enterAntomKey;
            }
            case GATEWAY_KEYS_ACTIVATED -> {
                enterAccount();
                makeKeys();
                enterAntomKey();
                yield () -> bean(ActivateGatewayKeys.class).activate(tenant, Mode.TEST, 1);
            }
            case GATEWAY_KEYS_RETIRED -> {
                enterAccount();
                makeKeys();
                yield () -> bean(RetireGatewayKeys.class).retire(tenant, Mode.TEST, 1);
            }
            case KEYSET_REWRAPPED -> {
                gateway();
                // as it stood before keysets named their master key
                truth.sql("update vault_keyset set master_key = null where tenant_id = ?")
                        .param(tenant.value())
                        .update();
                yield () -> bean(RotateMasterKey.class).rewrapAll();
            }
            case KEYSET_ROTATED -> {
                gateway();
                yield () -> bean(RotateKeysets.class).rotate(tenant);
            }
            case API_CLIENT_ISSUED -> this::client;
            case API_CLIENT_SECRET_ROTATED -> {
                String id = client().clientId();
                yield () -> bean(RotateClientSecret.class).rotate(tenant, id, Duration.ofHours(1));
            }
            case API_CLIENT_SECRET_ENDED -> {
                String id = client().clientId();
                yield () -> bean(EndClientSecret.class).end(tenant, id, 1);
            }
            case API_CLIENT_KEYS_UPLOADED -> {
                String id = client().clientId();
                yield () ->
                        bean(UploadClientKeys.class).upload(new UploadClientKeysCommand(tenant, id, "{\"keys\":[]}"));
            }
            case API_CLIENT_DISABLED -> {
                String id = client().clientId();
                yield () -> bean(DisableApiClient.class).disable(tenant, id);
            }
            case WEBHOOK_ENDPOINT_ADDED -> this::endpoint;
            case WEBHOOK_SECRET_ROTATED -> {
                String id = endpoint();
                yield () -> bean(RotateWebhookSecret.class).rotate(tenant, id, Duration.ofHours(1));
            }
            case CHECKOUT_POLICY_CHANGED -> () -> policy(SurplusPolicy.KEEP);
            case BUYER_DATA_POLICY_CHANGED ->
                () -> bean(ChangeBuyerDataPolicy.class).change(tenant, new BuyerDataPolicy(90));
            case BUYER_DATA_ERASED ->
                () -> bean(EraseBuyerData.class).erase(tenant, Mode.TEST, new BuyerName("buyer-1", null));
            case REVIEW_DECIDED -> {
                PersonId person = member(Role.OWNER);
                yield () -> decide(person);
            }
            case AUDIT_TRAIL_EXPORTED -> this::export;
            case OPERATOR_ACCESS_REQUESTED,
                    OPERATOR_ACCESS_STARTED,
                    OPERATOR_ACCESS_FORCED,
                    OPERATOR_ACCESS_CONSENTED,
                    OPERATOR_ACCESS_REFUSED,
                    OPERATOR_ACCESS_ENDED,
                    OPERATOR_LOOKED,
                    OPERATOR_POLICY_CHANGED,
                    TENANT_SUSPENDED,
                    TENANT_RESUMED -> new OperatorActs(beans, truth, tenant, member(Role.OWNER)).prepared(action);
            case APPROVAL_POLICY_CHANGED,
                    PROPOSAL_MADE,
                    PROPOSAL_APPROVED,
                    PROPOSAL_REFUSED,
                    PROPOSAL_WITHDRAWN,
                    PROPOSAL_STALE ->
                new ApprovalActs(beans, truth, tenant, member(Role.OWNER), member(Role.OWNER)).prepared(action);
        };
    }

    private PersonId enrolled() {
        PersonId person = member(Role.VIEWER);
        bean(EnrolTotp.class).begin(person);
        assertThat(bean(EnrolTotp.class).confirm(person, code(person))).isEqualTo(Proof.FITS);
        return person;
    }

    private String code(PersonId person) {
        return Totp.code(
                bean(TotpVault.class).find(person).orElseThrow().secret(),
                Totp.step(bean(InstantSource.class).instant()));
    }

    private void gateway() {
        bean(SetUpGatewayAccount.class)
                .setUp(
                        new SetUpGatewayAccountCommand(tenant, Mode.TEST, "SANDBOX_1", "https://antom.example"),
                        publicKey -> publicKey);
    }

    private void enterAccount() {
        bean(OpenGatewayAccount.class)
                .open(new OpenGatewayAccountCommand(
                        tenant, Mode.TEST, "SANDBOX_1", "https://open-sea-global.alipay.com", null));
    }

    private void makeKeys() {
        bean(AddGatewayKeys.class).make(tenant, Mode.TEST);
    }

    private void uploadKeys() {
        bean(AddGatewayKeys.class)
                .upload(new UploadGatewayKeyCommand(
                        tenant,
                        Mode.TEST,
                        KeyForms.bare(KeyForms.GOOD.getPrivate().getEncoded()),
                        null));
    }

    private void enterAntomKey() {
        bean(EnterAntomKey.class)
                .enter(new EnterAntomKeyCommand(
                        tenant,
                        Mode.TEST,
                        KeyForms.bare(KeyForms.GOOD.getPublic().getEncoded()),
                        null));
    }

    private String endpoint() {
        return bean(AddWebhookEndpoint.class)
                .add(new AddWebhookEndpointCommand(
                        tenant, Mode.TEST, "https://127.0.0.1/hooks", Set.of("*"), WebhookSecret.fresh()))
                .endpoint()
                .id();
    }

    private String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            bean(ExportAuditTrail.class).export(tenant, AuditFormat.NDJSON, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void writesExactlyOneEntryForEachAct(AuditAction action) {
        Runnable act = prepared(action);
        int before =
                action == AuditAction.TENANT_REGISTERED ? 0 : actions(tenant).size();
        act.run();
        assertThat(actions(tenant).subList(before, actions(tenant).size())).containsExactly(action.word());
        assertThat(verify.verify(tenant, null).holds()).isTrue();
    }

    /** Whichever way it came in: it is the core that refuses. What asks for its own proof is tried in its own tests. */
    @ParameterizedTest
    @EnumSource
    void refusesAPersonWithoutAFreshSecondFactorWhereTheTableSaysSo(AuditAction action) {
        Actor mei = Actor.member(member(Role.OWNER).toString());
        settled = true;
        Runnable act = prepared(action);
        List<String> before = actions(tenant);
        if (StepUpPolicy.of(action) == StepUpPolicy.NEVER) {
            as(mei, act);
            return;
        }
        assertThatThrownBy(() -> as(mei.having(Assurance.PASSWORD), act))
                .isInstanceOf(SecondFactorRequiredException.class);
        assertThat(actions(tenant)).isEqualTo(before);
        as(mei.having(Assurance.SECOND_FACTOR), act);
        assertThat(actions(tenant).subList(before.size(), actions(tenant).size()))
                .containsExactly(action.word());
    }

    @Test
    void letsAPersonAskAgainWithoutASecondFactor() {
        PersonId mei = member(Role.OWNER);
        as(Actor.member(mei.toString()), () -> decide(mei));
        assertThat(actions(tenant)).endsWith(AuditAction.REVIEW_DECIDED.word());
    }

    private void as(Actor actor, Runnable act) {
        acts.record(actor, () -> {
            act.run();
            return actor;
        });
    }

    @Test
    void writesNothingForWhatFailedOrChangedNothing() {
        IssuedSecret client = client();
        PersonId person = member(Role.OWNER);
        String email = truth.sql("select email from person where person_id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        bean(EndClientSecret.class).end(tenant, client.clientId(), 1);
        bean(DisableApiClient.class).disable(tenant, client.clientId());
        bean(OpenSessionEndpoint.class).open(tenant, Mode.TEST, WebhookSecret.fresh());
        policy(SurplusPolicy.KEEP);
        decide(person);
        var before = actions(tenant);
        bean(EndClientSecret.class).end(tenant, client.clientId(), 1);
        bean(DisableApiClient.class).disable(tenant, client.clientId());
        assertThat(bean(OpenSessionEndpoint.class).open(tenant, Mode.TEST, WebhookSecret.fresh()))
                .isFalse();
        policy(SurplusPolicy.KEEP);
        AuditTestApp.BELIEVES.set(false);
        assertThatThrownBy(this::gateway).isInstanceOf(KeysNotProvedException.class);
        assertThatThrownBy(() -> decide(person)).isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        assertThatThrownBy(() -> bean(RotateClientSecret.class).rotate(tenant, "tc_none", Duration.ZERO))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bean(AddMember.class)
                        .handle(new AddMemberCommand(tenant, new EmailAddress(email), PASSWORD, Role.VIEWER)))
                .isInstanceOf(AlreadyMemberException.class);
        assertThat(actions(tenant)).isEqualTo(before);
        assertThat(verify.verify(tenant, null).holds()).isTrue();
    }

    @Test
    void goesWithTheTransactionOfTheAct() {
        var before = actions(tenant);
        assertThatThrownBy(() -> unitOfWork.runInTenant(tenant, () -> {
                    policy(SurplusPolicy.KEEP);
                    throw new IllegalStateException("late failure");
                }))
                .hasMessage("late failure");
        assertThat(actions(tenant)).isEqualTo(before);
        policy(SurplusPolicy.KEEP);
        assertThat(actions(tenant)).hasSize(before.size() + 1);
    }

    @Test
    void tellsWhoActedAndFromWhere() {
        PersonId mei = member(Role.OWNER);
        Actor actor = Actor.member(mei.toString())
                .having(Assurance.SECOND_FACTOR)
                .from("203.0.113.7", "Firefox\r\n" + "x".repeat(300));
        acts.record(actor, () -> {
            policy(SurplusPolicy.KEEP);
            return actor;
        });
        AuditEntry entry =
                find.newest(tenant, new AuditFilter(null, null, null, null, 1)).getFirst();
        assertThat(entry.actor().kind()).isEqualTo("member");
        assertThat(entry.actor().id()).isEqualTo(mei.toString());
        assertThat(entry.actor().name()).endsWith("@shop.example");
        assertThat(entry.actor().role()).isEqualTo("owner");
        assertThat(entry.actor().address()).isEqualTo("203.0.113.7");
        assertThat(entry.actor().agent()).startsWith("Firefox  xxx").hasSize(200);
        assertThat(entry.details()).isEqualTo("{\"surplus_after\":\"KEEP\",\"surplus_before\":\"RETURN\"}");
        String client = client().clientId();
        acts.record(Actor.apiClient(client, "req_1", "PATCH /v1/checkout_policy"), () -> {
            policy(SurplusPolicy.RETURN);
            return client;
        });
        assertThat(find.newest(tenant, new AuditFilter(null, null, null, null, 1))
                        .getFirst()
                        .actor())
                .satisfies(who -> assertThat(who.name()).isEqualTo("Shop backend"))
                .satisfies(who -> assertThat(who.kind()).isEqualTo("api_client"));
    }

    @Test
    void keepsNoSecret() {
        IssuedSecret client = client();
        IssuedSecret second = bean(RotateClientSecret.class).rotate(tenant, client.clientId(), Duration.ofHours(1));
        WebhookSecret webhook = WebhookSecret.fresh();
        bean(AddWebhookEndpoint.class)
                .add(new AddWebhookEndpointCommand(
                        tenant, Mode.TEST, "https://127.0.0.1/hooks?token=s3cr3t", Set.of("*"), webhook));
        member(Role.VIEWER);
        gateway();
        assertThat(export())
                .contains(client.clientId())
                .doesNotContain(
                        client.secret(), second.secret(), webhook.reveal(), PASSWORD, "s3cr3t", "/antom/notify/");
    }

    @Test
    void exportsTheWholeTrailWithTheExportAsItsEnd() {
        for (int i = 0; i < 3; i++) {
            policy(i % 2 == 0 ? SurplusPolicy.KEEP : SurplusPolicy.RETURN);
        }
        String[] lines = export().split("\n");
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).contains("\"number\":1,").contains("tenant.registered");
        assertThat(lines[4]).contains("\"number\":5,").contains("audit_trail.exported");
        Map<String, Object> seen = truth.sql(
                        "select number, encode(hash, 'hex') as hash from audit_head where tenant_id = ?")
                .param(tenant.value())
                .query()
                .singleRow();
        assertThat(lines[4]).contains("\"hash\":\"" + seen.get("hash") + "\"");
    }
}
