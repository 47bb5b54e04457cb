package com.tillhouse.webhooks.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.usecase.ApplyCaptureOutcome;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class CaptureNotificationIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    BeanFactory beans;

    @Autowired
    ApplyCaptureOutcome outcomes;

    @Value("${local.server.port}")
    int port;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private MerchantFixture merchant;
    private Payment payment;
    private String capture;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    /** Nobody answers at this Antom, so the capture is not clear until it is notified. */
    @BeforeEach
    void start() throws Exception {
        merchant = new MerchantFixture(beans, "http://localhost:9");
        payment = merchant.openPayment(merchant.manualSession());
        assertThat(post("""
                {"notifyType":"PAYMENT_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"m"},\
                "paymentRequestId":"%s","paymentId":"2024","paymentAmount":{"currency":"SGD","value":"6000"}}""".formatted(payment.id()))).isEqualTo(200);
        assertThat(figures()).isEqualTo(Map.of("status", "AUTHORIZED", "captured", 0L, "capturing", 0L));
        capture = merchant.capture(payment, 2500);
        assertThat(figures()).isEqualTo(Map.of("status", "AUTHORIZED", "captured", 0L, "capturing", 2500L));
        assertThat(status()).isEqualTo("PROCESSING UNDETERMINED");
    }

    @ParameterizedTest
    @CsvSource({"S,SUCCEEDED,SUCCEEDED,2500", "F,FAILED,AUTHORIZED,0"})
    void movesCapturePaymentAndFiguresOnceHoweverOftenItIsSaid(
            String result, String expected, String ofPayment, long captured) throws Exception {
        List<Callable<Object>> news = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String body = message(result).replace("\"m\"", "\"m" + i + "\"");
            String another = message(result).replace("\"CODE\"", "\"CODE" + i + "\"");
            news.add(() -> post(body));
            news.add(() -> post(another));
            news.add(() -> outcomes.apply(merchant.tenant, capture, asked(result)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> one : threads.invokeAll(news)) {
                assertThat(one.get()).isNotEqualTo(503);
            }
        }
        assertThat(status()).isEqualTo(expected + " -");
        assertThat(figures()).isEqualTo(Map.of("status", ofPayment, "captured", captured, "capturing", 0L));
        assertThat(told(capture)).containsExactly("capture." + expected.toLowerCase(Locale.ROOT));
        assertThat(told(payment.id()))
                .isEqualTo(
                        captured == 0
                                ? List.of("payment.authorized")
                                : List.of("payment.authorized", "payment.succeeded"));
    }

    @Test
    void keepsACaptureMadeElsewhereForAPerson() throws Exception {
        assertThat(post(message("S").replace(capture, "dashboard-1"))).isEqualTo(200);
        assertThat(truth.sql("select verdict, reason from notification where tenant_id = ? and type = 'CAPTURE_RESULT'")
                        .param(merchant.tenant.value())
                        .query()
                        .singleRow())
                .containsEntry("verdict", "PARKED")
                .containsEntry("reason", "unknown_capture");
        assertThat(status()).isEqualTo("PROCESSING UNDETERMINED");
    }

    @Test
    void doesNotLetAnotherMerchantMoveIt() throws Exception {
        MerchantFixture own = merchant;
        merchant = new MerchantFixture(beans, "http://localhost:9");
        assertThat(post(message("S"))).isEqualTo(200);
        merchant = own;
        assertThat(status()).isEqualTo("PROCESSING UNDETERMINED");
        assertThat(figures()).containsEntry("capturing", 2500L);
    }

    private static CaptureNews asked(String result) {
        return new CaptureNews(
                result.equals("S") ? CaptureNews.Standing.SUCCEEDED : CaptureNews.Standing.FAILED,
                Cause.INQUIRY,
                new ProviderResult(result, "CODE", null),
                null,
                "4024",
                null);
    }

    private String message(String result) {
        return """
                {"notifyType":"CAPTURE_RESULT","result":{"resultCode":"CODE","resultStatus":"%s","resultMessage":"m"},\
                "captureRequestId":"%s","captureId":"4024","paymentId":"2024","captureAmount":{"currency":"SGD","value":"2500"}}""".formatted(result, capture);
    }

    private Map<String, Object> figures() {
        return truth.sql("select status, captured, capturing from payment where id = ?")
                .param(payment.id())
                .query()
                .singleRow();
    }

    private String status() {
        return truth.sql("select status || ' ' || coalesce(pending_reason, '-') from capture where id = ?")
                .param(capture)
                .query(String.class)
                .single();
    }

    private List<String> told(String id) {
        return truth.sql("select type from event where object_id = ? order by sequence")
                .param(id)
                .query(String.class)
                .list();
    }

    private int post(String body) throws IOException, InterruptedException {
        String time = OffsetDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(8))
                .toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + merchant.account.notifyPath()))
                .header("Content-Type", "application/json")
                .header("client-id", merchant.account.clientId())
                .header("request-time", time)
                .header("signature", merchant.sign(time, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
