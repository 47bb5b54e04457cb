package com.tillhouse.api;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.gateway.SetUpGatewayAccount;
import com.tillhouse.core.gateway.SetUpGatewayAccountCommand;
import com.tillhouse.core.refund.port.RefundGateway;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.IssueApiClientCommand;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Scope;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.settings.Switches;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole API app over real HTTP on a real PostgreSQL; one context for all tests of the module. */
@SpringBootTest(
        classes = ApiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform-api",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            // many tests side by side must not meet the limits; RequestLimitIT has merchants of its own
            "tillhouse.api.limits.requests=100000",
            "tillhouse.api.limits.writes=100000",
            "tillhouse.api.limits.client-requests=100000",
            "tillhouse.api.limits.client-tokens=100000",
            "tillhouse.api.limits.address-tokens=100000",
            "tillhouse.api.limits.tenants." + ApiContract.SLOW + ".requests=2",
            "tillhouse.api.limits.tenants." + ApiContract.SLOW + ".writes=1",
            "tillhouse.api.limits.tenants." + ApiContract.CROWDED + ".at-once=2"
        })
@Import(ApiContract.Doubles.class)
abstract class ApiContract {
    static final String SESSIONS = "/v1/checkout/sessions";
    /** A tenant that may send two requests in a second, one of them a write. */
    static final String SLOW = "510e0001-0000-4000-8000-000000000001";

    /** A tenant that may have two requests at once. */
    static final String CROWDED = "510e0002-0000-4000-8000-000000000002";

    static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final MovableClock CLOCK = new MovableClock();

    /** Lives as long as the shared context: until this JVM ends. */
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.defaults()
            .withHttpPort(0)
            .withHttpsPort(0)
            .withClock(CLOCK)
            .withSwitches(Switches.defaults().withMagicAmounts(true)));

    private static final Path MASTER_KEY = masterKey();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @LocalServerPort
    int port;

    @Autowired
    RegisterTenant register;

    @Autowired
    IssueApiClient issue;

    @Autowired
    SetUpGatewayAccount keys;

    @Autowired
    MovableClock clock;

    @Autowired
    SwitchGateway gateway;

    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        @Primary
        SwitchGateway switchGateway(@Qualifier("paymentGateway") PaymentGateway real) {
            return new SwitchGateway(real);
        }

        @Bean
        @Primary
        CountedGateways.Refunds countedRefunds(@Qualifier("refundGateway") RefundGateway real) {
            return new CountedGateways.Refunds(real);
        }

        @Bean
        @Primary
        CountedGateways.Captures countedCaptures(@Qualifier("captureGateway") CaptureGateway real) {
            return new CountedGateways.Captures(real);
        }

        @Bean
        @Primary
        CountedGateways.Cancels countedCancels(@Qualifier("cancelGateway") CancelGateway real) {
            return new CountedGateways.Cancels(real);
        }

        @Bean
        CountedTransactions countedTransactions() {
            return new CountedTransactions();
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("tillhouse.vault.master-key-file", MASTER_KEY::toString);
    }

    private static Path masterKey() {
        try {
            Path file = Files.createTempDirectory("api-it").resolve("master.key");
            MasterKey.create(file);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A merchant with keys in test mode and a client that may do everything. */
    Shop shop() {
        return shop(Scope.words());
    }

    Shop shop(Set<String> scopes) {
        return shop(new TenantId(UUID.randomUUID()), scopes);
    }

    Shop shop(TenantId tenant, Set<String> scopes) {
        register.register(tenant, "shop-" + tenant.toString().substring(0, 8), "Shop");
        String antomId = "SANDBOX_" + tenant.toString().substring(0, 8);
        keys.setUp(
                new SetUpGatewayAccountCommand(
                        tenant, Mode.TEST, antomId, SANDBOX.httpBase().toString()),
                ours -> SANDBOX.register(new Registration(antomId, ours, "Shop", null, null))
                        .antomPublicKey());
        return client(tenant, Mode.TEST, scopes);
    }

    Shop client(TenantId tenant, Mode mode, Set<String> scopes) {
        IssuedSecret issued = issue.issue(new IssueApiClientCommand(tenant, mode, "Backend", scopes));
        return new Shop(tenant, issued.clientId(), issued.secret());
    }

    /** A fresh access token with all of the client's scopes. */
    String token(Shop shop) {
        return grant(shop, "grant_type=client_credentials").at("/access_token");
    }

    Answer grant(Shop shop, String form) {
        String basic = URLEncoder.encode(shop.clientId(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(shop.secret(), StandardCharsets.UTF_8);
        return send(to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    Answer get(String token, String path) {
        return send(to(path).header("Authorization", "Bearer " + token).GET());
    }

    Answer post(String token, String path, String key, String body) {
        return send(to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a session under a fresh key. */
    Answer open(String token, String body) {
        return post(token, SESSIONS, UUID.randomUUID().toString(), body);
    }

    /** Does at the sandbox what a buyer would do. */
    static void buyer(String payment, String action) {
        Answer done = send(
                HttpRequest.newBuilder(URI.create(SANDBOX.httpBase() + "/control/payments/" + payment + "/" + action))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        if (done.status() != 200) {
            throw new IllegalStateException(done.toString());
        }
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The smallest request that is good. */
    static String order(String reference) {
        return """
                {"order_reference":"%s","amount":{"currency":"SGD","value":6000},"description":"Cappuccino","redirect_url":"https://shop.example/return"}""".formatted(reference);
    }
}
