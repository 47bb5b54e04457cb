package com.tillhouse.webhooks.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

/** Recovery of refunds and cancels against the sandbox: what it holds is what we hold in the end. */
@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform-webhooks",
            "tillhouse.recovery.pause=1h",
            "tillhouse.recovery.per-tenant=4"
        })
class RefundRecoveryIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));

    @Autowired
    BeanFactory beans;

    @Autowired
    CancelPayment cancel;

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
        merchant = new MerchantFixture(beans, SANDBOX);
        payment = merchant.pageAtAntom();
        control("POST", "/payments/" + payment.id() + "/pay", "{}");
        merchant.settle(payment);
    }

    @ParameterizedTest
    @CsvSource({"lose_response,1", "http_500_html,1", "unsigned_success,1", "unknown_u,1", "unknown_u,3"})
    void sendsTheSameRefundAgainUntilItIsClear(String fault, int times) throws Exception {
        fault("refund", fault, times);
        String refund = merchant.refund(payment, 2500);
        for (int i = 0; i < times; i++) {
            assertThat(refund(refund)).isEqualTo("PROCESSING UNDETERMINED");
            assertThat(figures()).isEqualTo(Map.of("reserved", 2500L, "refunded", 0L));
            makeDue();
            assertThat(worker.runOnce()).isEqualTo(1);
        }
        assertThat(refund(refund)).isEqualTo("SUCCEEDED -");
        assertThat(figures()).isEqualTo(Map.of("reserved", 0L, "refunded", 2500L));
        assertThat(heldRefunds()).containsOnlyOnce("\"request_id\"").contains(refund);
        assertThat(worker.runOnce()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"succeed,SUCCEEDED,2500", "fail,FAILED,0"})
    void followsARefundInProcess(String end, String expected, long refunded) throws Exception {
        fault("refund", "refund_in_process", 1);
        String refund = merchant.refund(payment, 2500);
        assertThat(refund(refund)).isEqualTo("PROCESSING IN_PROCESS");
        makeDue();
        assertThat(worker.runOnce()).isEqualTo(1);
        assertThat(refund(refund)).isEqualTo("PROCESSING IN_PROCESS");
        control("POST", "/refunds/" + refund + "/" + end, "");
        makeDue();
        worker.runOnce();
        assertThat(refund(refund)).isEqualTo(expected + " -");
        assertThat(figures()).isEqualTo(Map.of("reserved", 0L, "refunded", refunded));
    }

    @Test
    void sendsARefundThatNeverWent() throws Exception {
        String refund = merchant.unsentRefund(payment);
        makeDue();
        assertThat(worker.runOnce()).isEqualTo(1);
        assertThat(refund(refund)).isEqualTo("SUCCEEDED -");
        assertThat(heldRefunds()).containsOnlyOnce("\"request_id\"");
    }

    @Test
    void countsARefundThatSomebodyMadeInAntomsDashboard() throws Exception {
        control("POST", "/payments/" + payment.id() + "/refund", "{\"amount\":\"2000\"}");
        truth.sql("update payment set next_check_at = now() - interval '1 second' where id = ?")
                .param(payment.id())
                .update();
        assertThat(worker.runOnce()).isEqualTo(1);
        assertThat(figures()).isEqualTo(Map.of("reserved", 0L, "refunded", 2000L));
        assertThat(truth.sql("select external and status = 'SUCCEEDED' from refund where payment_id = ?")
                        .param(payment.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(worker.runOnce()).isZero();
    }

    @Test
    void repeatsACancelUntilItIsClear() throws Exception {
        fault("cancel", "lose_response", 1);
        cancel.cancel(merchant.tenant, Mode.TEST, payment.id());
        assertThat(status(payment)).isEqualTo("SUCCEEDED");
        makeDue();
        worker.runOnce();
        assertThat(status(payment)).isEqualTo("CANCELED");
        makeDue();
        assertThat(worker.runOnce()).isZero();
    }

    @Test
    void looksAgainInTimeAlthoughTheLeaseIsLonger() throws Exception {
        fault("refund", "unknown_u", 3);
        merchant.refund(payment, 2500);
        makeDue();
        worker.runOnce();
        assertThat(truth.sql("select check_lease_until is null and next_check_at is not null from refund"
                                + " where tenant_id = ?")
                        .param(merchant.tenant.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void doesNotLetOneMerchantHoldUpTheOthers() throws Exception {
        fault("refund", "unknown_u", 1);
        String refund = merchant.refund(payment, 2500);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MerchantFixture stuck = new MerchantFixture(beans, "http://localhost:" + silent.getLocalPort());
            Payment paid = stuck.paidPayment();
            for (int i = 0; i < 10; i++) {
                stuck.unsentRefund(paid);
            }
            makeDue();
            makeDue(stuck);
            CompletableFuture<Integer> pass = CompletableFuture.supplyAsync(worker::runOnce);
            await().atMost(Duration.ofSeconds(8)).until(() -> refund(refund).equals("SUCCEEDED -"));
            assertThat(pass).as("the silent one is still being waited for").isNotDone();
            assertThat(pass.get()).as("its share of four, and the other's").isEqualTo(5);
            assertThat(truth.sql("select count(*) from refund where tenant_id = ? and pending_reason = 'UNDETERMINED'")
                            .param(stuck.tenant.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(4);
        }
    }

    private void makeDue() {
        makeDue(merchant);
    }

    private void makeDue(MerchantFixture of) {
        for (String table : new String[] {"payment", "refund"}) {
            truth.sql(
                            "update " + table
                                    + " set next_check_at = now() - interval '1 second' where tenant_id = ? and next_check_at is not null")
                    .param(of.tenant.value())
                    .update();
        }
    }

    private String refund(String id) {
        return truth.sql("select status || ' ' || coalesce(pending_reason, '-') from refund where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String status(Payment of) {
        return truth.sql("select status from payment where id = ?")
                .param(of.id())
                .query(String.class)
                .single();
    }

    private Map<String, Object> figures() {
        return truth.sql("select reserved, refunded from payment where id = ?")
                .param(payment.id())
                .query()
                .singleRow();
    }

    private String heldRefunds() throws Exception {
        String held = control("GET", "/payments/" + payment.id(), "");
        return held.substring(held.indexOf("\"refunds\""), held.indexOf("\"captures\""));
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
