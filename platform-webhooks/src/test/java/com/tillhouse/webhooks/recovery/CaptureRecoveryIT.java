package com.tillhouse.webhooks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Recovery of captures and authorisations against the sandbox: what it holds is what we hold in the end. */
@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform-webhooks", "tillhouse.recovery.pause=1h"})
class CaptureRecoveryIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));

    @Autowired
    BeanFactory beans;

    @Autowired
    RecoveryWorker worker;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private MerchantFixture merchant;
    private Payment payment;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @BeforeEach
    void start() throws Exception {
        control("DELETE", "/faults", "");
        control("DELETE", "/clock", "");
        merchant = new MerchantFixture(beans, SANDBOX);
        payment = merchant.pageAtAntom(merchant.manualSession());
        control("POST", "/payments/" + payment.id() + "/pay", "{\"method\":\"CARD\"}");
        merchant.settle(payment);
        assertThat(figures()).isEqualTo(Map.of("status", "AUTHORIZED", "captured", 0L, "capturing", 0L));
    }

    @ParameterizedTest
    @CsvSource({"lose_response,1", "http_500_html,1", "unsigned_success,1", "unknown_u,1", "unknown_u,3"})
    void sendsTheSameCaptureAgainUntilItIsClear(String fault, int times) throws Exception {
        fault("capture", fault, times);
        String capture = merchant.capture(payment, 2500);
        for (int i = 0; i < times; i++) {
            assertThat(capture(capture)).isEqualTo("PROCESSING UNDETERMINED");
            assertThat(figures()).isEqualTo(Map.of("status", "AUTHORIZED", "captured", 0L, "capturing", 2500L));
            makeDue("capture");
            worker.runOnce();
        }
        assertThat(capture(capture)).isEqualTo("SUCCEEDED -");
        assertThat(figures()).isEqualTo(Map.of("status", "SUCCEEDED", "captured", 2500L, "capturing", 0L));
        assertThat(heldCaptures()).containsOnlyOnce("\"request_id\"").contains(capture);
        assertThat(watched("capture")).isFalse();
        assertThat(watched("payment")).as("the rest is still held").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"capture_in_process,SUCCEEDED,SUCCEEDED,2500", "capture_in_process_then_fail,FAILED,AUTHORIZED,0"})
    void followsACaptureInProcess(String fault, String expected, String ofPayment, long captured) throws Exception {
        fault("capture", fault, 1);
        String capture = merchant.capture(payment, 2500);
        assertThat(capture(capture)).isEqualTo("PROCESSING IN_PROCESS");
        makeDue("capture");
        worker.runOnce();
        assertThat(capture(capture)).isEqualTo("PROCESSING IN_PROCESS");
        control("POST", "/clock", "{\"advance\":\"PT2M\"}");
        makeDue("capture");
        worker.runOnce();
        assertThat(capture(capture)).isEqualTo(expected + " -");
        assertThat(figures()).isEqualTo(Map.of("status", ofPayment, "captured", captured, "capturing", 0L));
    }

    @Test
    void keepsAskingWhatIsHeldAndFindsItCancelledElsewhere() throws Exception {
        makeDue("payment");
        worker.runOnce();
        assertThat(truth.sql("select next_check_at > now() and authorized_until > now() + interval '6 days'"
                                + " from payment where id = ?")
                        .param(payment.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        merchant.cancelElsewhere(payment);
        makeDue("payment");
        worker.runOnce();
        assertThat(figures()).containsEntry("status", "CANCELED");
        assertThat(watched("payment")).isFalse();
    }

    private boolean watched(String table) {
        return truth.sql("select count(next_check_at) > 0 from " + table + " where tenant_id = ?")
                .param(merchant.tenant.value())
                .query(Boolean.class)
                .single();
    }

    private void makeDue(String table) {
        truth.sql(
                        "update " + table
                                + " set next_check_at = now() - interval '1 second' where tenant_id = ? and next_check_at is not null")
                .param(merchant.tenant.value())
                .update();
    }

    private String capture(String id) {
        return truth.sql("select status || ' ' || coalesce(pending_reason, '-') from capture where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private Map<String, Object> figures() {
        return truth.sql("select status, captured, capturing from payment where id = ?")
                .param(payment.id())
                .query()
                .singleRow();
    }

    private String heldCaptures() throws Exception {
        String held = control("GET", "/payments/" + payment.id(), "");
        return held.substring(held.indexOf("\"captures\""), held.indexOf("\"notifications\""));
    }

    private static void fault(String api, String fault, int count) throws Exception {
        control("POST", "/faults", "{\"api\":\"" + api + "\",\"count\":" + count + ",\"fault\":\"" + fault + "\"}");
    }

    private static String control(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(SANDBOX.httpBase() + "/control" + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
