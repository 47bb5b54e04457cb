package com.tillhouse.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.ReceiverFixture.Answer;
import com.tillhouse.core.webhook.ReceiverFixture.Received;
import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.usecase.DeliverWebhooks;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverWebhooksIT {
    private static final WebhookFixture WORLD = new WebhookFixture();
    private final ReceiverFixture receiver = new ReceiverFixture();
    private final DeliverWebhooks worker = WORLD.worker();
    private TenantId tenant = WORLD.tenant();
    private String object = "pay_" + System.identityHashCode(this);
    private WebhookSecret secret = WebhookSecret.fresh();

    @BeforeEach
    void anEventForAnEndpoint() {
        WORLD.truth
                .sql("truncate delivery_attempt, delivery, event, webhook_secret, webhook_endpoint")
                .update();
        tenant = WORLD.tenant();
        object = "pay_" + tenant;
        secret = WORLD.endpoint(tenant, receiver.url()).secret();
        WORLD.event(tenant, object, 1);
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void deliversWhatTheOfficialLibraryVerifies() {
        // That library compares with the system's own clock.
        WORLD.clock.moveTo(Clock.systemUTC().instant());
        WORLD.event(tenant, object + "_now", 1);

        WORLD.runOnce(worker);

        Received message = receiver.received().getFirst();
        assertThat(message.headers().get("Content-Type")).containsExactly("application/json; charset=UTF-8");
        assertThatCode(() -> new Webhook(secret.reveal()).verify(message.body(), headers(message)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(WebhookSecret.fresh().reveal()).verify(message.body(), headers(message)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret.reveal()).verify(message.body() + " ", headers(message)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static HttpHeaders headers(Received message) {
        return HttpHeaders.of(message.headers(), (name, value) -> true);
    }

    @Test
    void triesAgainAfterFailuresWithTheSameId() {
        receiver.then(Answer.of(500), Answer.of(500));

        assertThat(WORLD.runOnce(worker)).isOne();
        assertThat(WORLD.runOnce(worker)).isZero();
        WORLD.clock.advance(Duration.ofSeconds(6));
        assertThat(WORLD.runOnce(worker)).isOne();
        WORLD.clock.advance(Duration.ofMinutes(6));
        assertThat(WORLD.runOnce(worker)).isOne();

        assertThat(WORLD.statuses(object)).containsExactly("DELIVERED");
        assertThat(receiver.received().stream().map(Received::id).distinct()).hasSize(1);
        assertThat(receiver.received()).hasSize(3);
        assertThat(attempts()).containsExactly("500 null", "500 null", "204 null");
    }

    @Test
    void endsFailedAfterTenAttempts() {
        for (int i = 0; i < 10; i++) {
            receiver.then(Answer.of(500));
            assertThat(WORLD.runOnce(worker)).isOne();
            WORLD.clock.advance(Duration.ofHours(29));
        }

        assertThat(WORLD.statuses(object)).containsExactly("FAILED");
        assertThat(WORLD.runOnce(worker)).isZero();
        assertThat(attempts()).hasSize(10);
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsks() {
        receiver.then(Answer.of(429, "Retry-After", "3600"));
        WORLD.runOnce(worker);

        WORLD.clock.advance(Duration.ofSeconds(3599));
        assertThat(WORLD.runOnce(worker)).isZero();
        WORLD.clock.advance(Duration.ofSeconds(1));
        assertThat(WORLD.runOnce(worker)).isOne();
        assertThat(WORLD.statuses(object)).containsExactly("DELIVERED");
    }

    @Test
    void disablesAnEndpointThatIsGoneAndEndsWhatWaitsForIt() {
        receiver.then(Answer.of(410));
        WORLD.event(tenant, object, 2);
        WORLD.event(tenant, object + "_other", 1);

        List<Delivery> due = WORLD.load(worker, worker.claim(1));
        due.forEach(worker::deliver);
        WORLD.event(tenant, object, 3);

        assertThat(receiver.received()).hasSize(1);
        assertThat(WORLD.truth
                        .sql("select distinct status from delivery")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("FAILED");
        assertThat(attempts()).containsExactlyInAnyOrder("410 null", "0 endpoint_disabled", "0 endpoint_disabled");
        assertThat(WORLD.truth
                        .sql("select count(*) from delivery")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void endsWhatWasInFlightWhenItsEndpointWasDisabledMeanwhile() {
        WORLD.truth.sql("update webhook_endpoint set disabled_at = now()").update();

        WORLD.runOnce(worker);

        assertThat(receiver.received()).isEmpty();
        assertThat(WORLD.statuses(object)).containsExactly("FAILED");
        assertThat(attempts()).containsExactly("0 " + Attempt.ENDPOINT_DISABLED);
    }

    @Test
    void recordsARedirectAndDoesNotFollowIt() {
        try (ReceiverFixture inside = new ReceiverFixture()) {
            for (int status : new int[] {301, 302, 307, 308}) {
                receiver.then(Answer.of(status, "Location", inside.url()));
                WORLD.runOnce(worker);
                WORLD.clock.advance(Duration.ofHours(29));
            }

            assertThat(inside.received()).isEmpty();
            assertThat(attempts()).containsExactly("301 null", "302 null", "307 null", "308 null");
            assertThat(WORLD.statuses(object)).containsExactly("PENDING");
        }
    }

    @Test
    void cutsADrippingAnswerAtTheDeadline() {
        receiver.then(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                pause(Duration.ofMillis(100));
            }
        });
        long started = System.nanoTime();

        WORLD.runOnce(worker);

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(WebhookFixture.DEADLINE, WebhookFixture.DEADLINE.plusSeconds(4));
        assertThat(attempts()).containsExactly("0 deadline_exceeded");
        assertThat(WORLD.statuses(object)).containsExactly("PENDING");
    }

    private static void pause(Duration time) {
        java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
    }

    @Test
    void keepsOnlyTheBeginningOfALongAnswerAndMakesItSafe() {
        byte[] body = new byte[10_000_000];
        Arrays.fill(body, (byte) 'x');
        System.arraycopy("\0\u001b[31m<b>".getBytes(StandardCharsets.UTF_8), 0, body, 0, 9);
        receiver.then(Answer.of(200, body));

        WORLD.runOnce(worker);

        assertThat(attempts()).containsExactly("200 null");
        assertThat(WORLD.statuses(object)).containsExactly("DELIVERED");
        assertThat(WORLD.truth
                        .sql("select response_head from delivery_attempt")
                        .query(String.class)
                        .single())
                .hasSize(1024)
                .startsWith("\ufffd\ufffd[31m<b>xxx");
    }

    private List<String> attempts() {
        return WORLD.truth
                .sql("select coalesce(http_status, 0) || ' ' || coalesce(error, 'null') from delivery_attempt"
                        + " order by started_at, attempt")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
