package com.tillhouse.webhooks.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform-webhooks", "tillhouse.recovery.pause=1h"})
class NotificationControllerIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Autowired
    BeanFactory beans;

    @Autowired
    DataSource pool;

    @Value("${local.server.port}")
    int port;

    @Value("${local.management.port}")
    int health;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private MerchantFixture merchant;
    private Payment payment;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    @BeforeEach
    void start() {
        merchant = new MerchantFixture(beans, "http://localhost:9");
        payment = merchant.openPayment();
    }

    @Test
    void acknowledgesAsAntomWantsIt() throws Exception {
        HttpResponse<String> answer = post(paid());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\",\"resultMessage\":\"success\"}}");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("client-id")).contains(merchant.account.clientId());
        assertThat(OffsetDateTime.parse(
                        answer.headers().firstValue("response-time").orElseThrow()))
                .isNotNull();
        assertThat(row("select status, provider_payment_id, captured from payment where id = ?", payment.id()))
                .containsExactly(
                        Map.entry("status", "SUCCEEDED"),
                        Map.entry("provider_payment_id", "2024"),
                        Map.entry("captured", 6000L));
        assertThat(row(
                        "select verdict, copies, object_id, type from notification where tenant_id = ?",
                        merchant.tenant.value()))
                .containsExactly(
                        Map.entry("verdict", "APPLIED"),
                        Map.entry("copies", 1),
                        Map.entry("object_id", payment.id()),
                        Map.entry("type", "PAYMENT_RESULT"));
        assertThat(truth.sql("select body from notification where tenant_id = ?")
                        .param(merchant.tenant.value())
                        .query(byte[].class)
                        .single())
                .asString()
                .isEqualTo(paid());
    }

    @Test
    void takesTenCopiesAtOnceForOne() throws Exception {
        String time = now();
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<Integer>> copies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            copies.add(() -> {
                start.await();
                return send(request(merchant.account.notifyPath(), time, paid()))
                        .statusCode();
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = copies.stream().map(threads::submit).toList();
            start.countDown();
            for (Future<Integer> one : sent) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        assertThat(row(
                        "select count(*) as entries, sum(copies) as copies from notification where tenant_id = ?",
                        merchant.tenant.value()))
                .containsExactly(Map.entry("entries", 1L), Map.entry("copies", 10L));
        assertThat(count(
                        "select count(*) from payment_move where payment_id = ? and to_status = 'SUCCEEDED'",
                        payment.id()))
                .isOne();
        assertThat(count("select count(*) from event where object_id = ?", payment.id()))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/",
                "/%s",
                "%s;x=1",
                "%s?a=1",
                "%s/x",
                "%s%%20",
                "%s%%00",
                "%s0",
                "/antom//notify/%r",
                "/antom/./notify/%r",
                "/Antom/notify/%r",
                "/antom/notify;x/%r",
                "/antom/notify/",
                "/antom/notify",
                "/%%61ntom/notify/%r",
                "/",
                "/actuator/health",
                "/error",
                "/favicon.ico"
            })
    void knowsOnlyThePathThatAntomWasTold(String variant) throws Exception {
        String path = variant.replace("%s", merchant.account.notifyPath())
                .replace("%r", merchant.account.notifyPath().substring("/antom/notify/".length()))
                .replace("%%", "%");
        HttpResponse<String> answer = send(request(path, now(), paid()));
        assertThat(answer.statusCode()).as(path).isIn(400, 404);
        assertNothingHappened(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void takesNothingButAPost(String method) throws Exception {
        var request = HttpRequest.newBuilder(uri(merchant.account.notifyPath()))
                .method(method, HttpRequest.BodyPublishers.noBody());
        assertThat(send(request).statusCode()).isEqualTo(404);
    }

    @Test
    void cannotBeClosedByAFloodOfForgeries() throws Exception {
        String path = merchant.account.notifyPath();
        for (int i = 0; i < 3 * NotifyGuard.REFUSALS; i++) {
            var forged =
                    request(path, now(), paid()).setHeader("signature", "algorithm=RSA256,keyVersion=1,signature=AAAA");
            assertThat(send(forged).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = post(paid());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void doesNotWaitForABodyThatDoesNotCome() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            String head = "POST " + merchant.account.notifyPath()
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void tellsItsHealthOnAPortOfItsOwn() throws Exception {
        assertThat(health).isNotEqualTo(port);
        assertThat(management("/actuator/health").body()).contains("UP").doesNotContain("components");
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/metrics")) {
            assertThat(management(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> management(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + health + path)));
    }

    @Test
    void refusesWithoutAWord() throws Exception {
        String time = now();
        List<HttpRequest.Builder> forged = List.of(
                request(merchant.account.notifyPath(), time, paid()).setHeader("client-id", "CLIENT_OTHER"),
                request(merchant.account.notifyPath(), time, paid()).setHeader("request-time", time + "Z"),
                request(merchant.account.notifyPath(), time, paid())
                        .setHeader("signature", "algorithm=RSA256,keyVersion=1,signature=AAAA"),
                request(merchant.account.notifyPath(), time, paid()).header("signature", merchant.sign(time, paid())),
                request(merchant.account.notifyPath(), time, paid())
                        .POST(HttpRequest.BodyPublishers.ofString(paid() + " ")),
                HttpRequest.newBuilder(uri(merchant.account.notifyPath()))
                        .POST(HttpRequest.BodyPublishers.ofString(paid())));
        for (HttpRequest.Builder one : forged) {
            HttpResponse<String> answer = send(one);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
            assertNothingHappened(answer);
        }
    }

    @Test
    void keepsMerchantsApart() throws Exception {
        MerchantFixture other = new MerchantFixture(beans, "http://localhost:9");
        String time = now();
        HttpRequest.Builder atOurs = HttpRequest.newBuilder(uri(merchant.account.notifyPath()))
                .header("client-id", other.account.clientId())
                .header("request-time", time)
                .header("signature", other.sign(time, paid()))
                .POST(HttpRequest.BodyPublishers.ofString(paid()));
        assertThat(send(atOurs).statusCode()).isEqualTo(401);
        assertThat(send(atOurs.setHeader("client-id", merchant.account.clientId()))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> atTheirs =
                send(atOurs.uri(uri(other.account.notifyPath())).setHeader("client-id", other.account.clientId()));
        assertThat(atTheirs.statusCode()).isEqualTo(200);
        assertThat(row("select verdict, reason from notification where tenant_id = ?", other.tenant.value()))
                .containsExactly(Map.entry("verdict", "PARKED"), Map.entry("reason", "unknown_payment"));
        assertThat(count("select count(*) from notification where tenant_id = ?", merchant.tenant.value()))
                .isZero();
        assertThat(row("select status from payment where id = ?", payment.id())).containsEntry("status", "OPEN");
    }

    @Test
    void takesNoMoreThanItHolds() throws Exception {
        String large = paid() + " ".repeat(64 * 1024);
        HttpResponse<String> answer = send(request(merchant.account.notifyPath(), now(), large));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertNothingHappened(answer);
        assertThat(send(request("/antom/notify/nobody", now(), large)).statusCode())
                .isIn(404, 413);
    }

    @Test
    void wantsItAgainWhenTheDatabaseIsAway() throws Exception {
        String database =
                truth.sql("select current_database()").query(String.class).single();
        truth.sql("alter database " + database + " connection limit 0").update();
        try {
            truth.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ? and usename = 'app_rw'")
                    .param(database)
                    .query(Boolean.class)
                    .list();
            HttpResponse<String> answer = post(paid());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEmpty();
        } finally {
            truth.sql("alter database " + database + " connection limit -1").update();
            // what was in use a moment ago is handed out unchecked; the next test is not about that
            pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> post(paid()).statusCode() == 200);
        assertThat(row("select status from payment where id = ?", payment.id())).containsEntry("status", "SUCCEEDED");
    }

    private String paid() {
        return """
                {"notifyType":"PAYMENT_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"é 😀"},\
                "paymentRequestId":"%s","paymentId":"2024","paymentAmount":{"currency":"SGD","value":"6000"}}""".formatted(payment.id());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request(merchant.account.notifyPath(), now(), body));
    }

    private HttpRequest.Builder request(String path, String time, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("client-id", merchant.account.clientId())
                .header("request-time", time)
                .header("signature", merchant.sign(time, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String now() {
        return OffsetDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(8))
                .toString();
    }

    private void assertNothingHappened(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("SUCCESS");
        assertThat(count("select count(*) from notification where tenant_id = ?", merchant.tenant.value()))
                .isZero();
        assertThat(row("select status from payment where id = ?", payment.id())).containsEntry("status", "OPEN");
    }

    private long count(String sql, Object id) {
        return truth.sql(sql).param(id).query(Long.class).single();
    }

    private Map<String, Object> row(String sql, Object id) {
        return truth.sql(sql).param(id).query().singleRow();
    }
}
