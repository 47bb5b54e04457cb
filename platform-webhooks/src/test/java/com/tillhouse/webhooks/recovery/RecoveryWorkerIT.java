package com.tillhouse.webhooks.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform-webhooks",
            "tillhouse.recovery.pause=1h",
            "tillhouse.recovery.per-tenant=4"
        })
class RecoveryWorkerIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));

    @Autowired
    BeanFactory beans;

    @Autowired
    RecoveryWorker worker;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void findsOutWhatNobodyToldUs() throws Exception {
        MerchantFixture merchant = new MerchantFixture(beans, SANDBOX);
        Payment paid = merchant.pageAtAntom();
        Payment declined = merchant.pageAtAntom();
        Payment untouched = merchant.pageAtAntom();
        buyer(paid, "pay");
        buyer(declined, "decline");
        makeDue(merchant);
        assertThat(worker.runOnce()).isEqualTo(3);
        assertThat(status(paid)).isEqualTo("SUCCEEDED");
        assertThat(status(declined)).isEqualTo("FAILED");
        assertThat(status(untouched)).isEqualTo("OPEN");
        assertThat(truth.sql("select type from event where object_id = ?")
                        .param(paid.id())
                        .query(String.class)
                        .list())
                .containsExactly("payment.succeeded");
        assertThat(truth.sql("select next_check_at is null from payment where id = ?")
                        .param(paid.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(worker.runOnce()).isZero();
    }

    @Test
    void doesNotLetOneMerchantHoldUpTheOthers() throws Exception {
        AtomicInteger held = new AtomicInteger();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hold(silent, held));
            MerchantFixture stuck = new MerchantFixture(beans, "http://localhost:" + silent.getLocalPort());
            for (int i = 0; i < 10; i++) {
                stuck.openPayment();
            }
            MerchantFixture merchant = new MerchantFixture(beans, SANDBOX);
            Payment paid = merchant.pageAtAntom();
            buyer(paid, "pay");
            makeDue(stuck);
            makeDue(merchant);
            CompletableFuture<Integer> pass = CompletableFuture.supplyAsync(worker::runOnce);
            await().atMost(Duration.ofSeconds(8)).until(() -> status(paid).equals("SUCCEEDED"));
            assertThat(pass).as("the silent one is still being waited for").isNotDone();
            assertThat(pass.get()).as("its share of four, and the other's").isEqualTo(5);
            assertThat(held).hasValue(4);
            assertThat(truth.sql("select count(*) from payment where tenant_id = ? and status = 'OPEN'")
                            .param(stuck.tenant.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(10);
        }
    }

    @Test
    void startsAndStops() {
        worker.stop();
        assertThat(worker.isRunning()).isFalse();
        worker.start();
        assertThat(worker.isRunning()).isTrue();
    }

    private void makeDue(MerchantFixture merchant) {
        truth.sql("update payment set next_check_at = now() - interval '1 second' where tenant_id = ?")
                .param(merchant.tenant.value())
                .update();
    }

    private String status(Payment payment) {
        return truth.sql("select status from payment where id = ?")
                .param(payment.id())
                .query(String.class)
                .single();
    }

    private static void buyer(Payment payment, String action) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create(SANDBOX.httpBase() + "/control/payments/" + payment.id() + "/" + action))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @SuppressWarnings("resource")
    private static void hold(ServerSocket silent, AtomicInteger held) {
        try {
            while (true) {
                silent.accept();
                held.incrementAndGet();
            }
        } catch (IOException e) {
            assertThat(silent.isClosed()).isTrue();
        }
    }
}
