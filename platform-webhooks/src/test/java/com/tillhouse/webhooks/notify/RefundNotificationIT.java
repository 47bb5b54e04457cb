package com.tillhouse.webhooks.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
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
class RefundNotificationIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    BeanFactory beans;

    @Autowired
    ApplyRefundOutcome outcomes;

    @Value("${local.server.port}")
    int port;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private MerchantFixture merchant;
    private Payment payment;
    private String refund;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    /** Nobody answers at this Antom, so the refund is not clear until it is notified. */
    @BeforeEach
    void start() throws Exception {
        merchant = new MerchantFixture(beans, "http://localhost:9");
        payment = merchant.openPayment();
        assertThat(post("""
                {"notifyType":"PAYMENT_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"m"},\
                "paymentRequestId":"%s","paymentId":"2024","paymentAmount":{"currency":"SGD","value":"6000"}}""".formatted(payment.id()))).isEqualTo(200);
        refund = merchant.refund(payment, 2500);
        assertThat(figures()).isEqualTo(Map.of("captured", 6000L, "reserved", 2500L, "refunded", 0L));
        assertThat(status()).isEqualTo("PROCESSING UNDETERMINED");
    }

    @ParameterizedTest
    @CsvSource({"S,SUCCESS,SUCCEEDED,2500", "F,FAIL,FAILED,0"})
    void movesRefundAndReservationOnceHoweverOftenItIsSaid(
            String result, String written, String expected, long refunded) throws Exception {
        List<Callable<Object>> news = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String body = message(result, written).replace("\"m\"", "\"m" + i + "\"");
            String another = message(result, written).replace("\"CODE\"", "\"CODE" + i + "\"");
            news.add(() -> post(body));
            news.add(() -> post(another));
            news.add(() -> outcomes.apply(merchant.tenant, refund, asked(written)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> one : threads.invokeAll(news)) {
                assertThat(one.get()).isNotEqualTo(503);
            }
        }
        assertThat(status()).isEqualTo(expected + " -");
        assertThat(figures()).isEqualTo(Map.of("captured", 6000L, "reserved", 0L, "refunded", refunded));
        assertThat(count("select count(*) from refund_move where refund_id = ?"))
                .isEqualTo(1);
        assertThat(truth.sql("select type from event where object_id = ? order by sequence")
                        .param(refund)
                        .query(String.class)
                        .list())
                .containsExactly("refund.created", "refund." + expected.toLowerCase(Locale.ROOT));
    }

    @Test
    void keepsARefundMadeElsewhereAndAsksAboutThePaymentsItMayBeOf() throws Exception {
        assertThat(post(message("S", "SUCCESS").replace(refund, "dashboard-1"))).isEqualTo(200);
        assertThat(truth.sql("select verdict, reason from notification where tenant_id = ? and type = 'REFUND_RESULT'")
                        .param(merchant.tenant.value())
                        .query()
                        .singleRow())
                .containsEntry("verdict", "PARKED")
                .containsEntry("reason", "unknown_refund");
        assertThat(truth.sql("select count(*) from payment where tenant_id = ? and next_check_at is not null")
                        .param(merchant.tenant.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(status()).isEqualTo("PROCESSING UNDETERMINED");
    }

    @Test
    void doesNotLetAnotherMerchantMoveIt() throws Exception {
        MerchantFixture own = merchant;
        merchant = new MerchantFixture(beans, "http://localhost:9");
        assertThat(post(message("F", "FAIL"))).isEqualTo(200);
        merchant = own;
        assertThat(status()).isEqualTo("PROCESSING UNDETERMINED");
        assertThat(figures()).containsEntry("reserved", 2500L);
    }

    private static RefundNews asked(String written) {
        boolean succeeded = written.equals("SUCCESS");
        return new RefundNews(
                succeeded ? RefundNews.Standing.SUCCEEDED : RefundNews.Standing.FAILED,
                Cause.INQUIRY,
                new ProviderResult(succeeded ? "S" : "F", written, null),
                null,
                "4024",
                null);
    }

    private String message(String result, String written) {
        return """
                {"notifyType":"REFUND_RESULT","result":{"resultCode":"CODE","resultStatus":"%s","resultMessage":"m"},"refundStatus":"%s",\
                "refundRequestId":"%s","refundId":"4024","refundAmount":{"currency":"SGD","value":"2500"}}""".formatted(result, written, refund);
    }

    private Map<String, Object> figures() {
        return truth.sql("select captured, reserved, refunded from payment where id = ?")
                .param(payment.id())
                .query()
                .singleRow();
    }

    private String status() {
        return truth.sql("select status || ' ' || coalesce(pending_reason, '-') from refund where id = ?")
                .param(refund)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return truth.sql(sql).param(refund).query(Long.class).single();
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
