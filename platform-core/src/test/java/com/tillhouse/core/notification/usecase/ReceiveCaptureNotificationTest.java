package com.tillhouse.core.notification.usecase;

import static com.tillhouse.core.notification.usecase.ReceptionFixture.NOW;
import static com.tillhouse.core.notification.usecase.ReceptionFixture.paid;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureStatus;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.usecase.ReceptionFixture.Merchant;
import com.tillhouse.core.shared.DomainEvent;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveCaptureNotificationTest {
    private final ReceptionFixture world = new ReceptionFixture();
    private Merchant merchant;
    private Payment payment;
    private Capture capture;

    @BeforeEach
    void start() {
        merchant = world.merchant("CLIENT_A");
        payment = world.openPayment(merchant, CheckoutFixture.manualSession(merchant.tenant(), NOW));
        world.receive.receive(merchant.envelope(paid(payment)));
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.state().balance().captured().positive()).isFalse();
        assertThat(world.sessions.get(payment.origin().sessionId()).status()).isEqualTo(SessionStatus.COMPLETED);
        assertThat(world.events)
                .extracting(DomainEvent::type)
                .containsExactly("payment.authorized", "checkout_session.completed");
        world.inbox.clear();
        world.events.clear();
        capture = world.captures.capture(payment, 2500);
    }

    @Test
    void takesInASuccessAndPaysThePayment() {
        post(message("S", "SUCCESS"));
        assertThat(capture.status()).isEqualTo(CaptureStatus.SUCCEEDED);
        assertThat(capture.state().providerCaptureId()).isEqualTo("4024");
        assertThat(capture.state().settledAt()).isEqualTo(Instant.parse("2026-11-22T11:59:00Z"));
        assertThat(world.captures.moved).containsExactly("settle 2500");
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.state().surplus()).isFalse();
        assertThat(world.events)
                .extracting(DomainEvent::type)
                .containsExactlyInAnyOrder("capture.succeeded", "payment.succeeded");
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.APPLIED);
    }

    @Test
    void takesInAFailureFreesTheAmountAndAsksWhatThePaymentIs() {
        post(message("F", "AUTH_EXPIRED"));
        assertThat(capture.status()).isEqualTo(CaptureStatus.FAILED);
        assertThat(world.captures.moved).containsExactly("release 2500");
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.state().watch().nextCheckAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(world.events).extracting(DomainEvent::type).containsExactly("capture.failed");
    }

    @Test
    void movesTheMoneyOnceForManyCopies() {
        post(message("S", "SUCCESS"));
        post(message("S", "SUCCESS"));
        post(message("S", "SUCCESS").replace("{\"notifyType\"", "{ \"notifyType\""));
        assertThat(world.inbox).hasSize(1);
        post(message("S", "ACCEPTED"));
        assertThat(world.captures.moved).containsExactly("settle 2500");
        assertThat(world.events).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2500,2501", "2500,6000", "SGD,USD"})
    void parksAnotherAmountAndAsks(String ours, String theirs) {
        post(message("S", "SUCCESS").replace("\"" + ours + "\"", "\"" + theirs + "\""));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("amount_mismatch"));
        assertThat(capture.state().reviewReason()).isEqualTo("amount_mismatch");
        assertStillProcessing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"captureAmount", "resultStatus", "value"})
    void parksWhatIsIncompleteAndAsks(String part) {
        post(message("S", "SUCCESS").replace("\"" + part + "\"", "\"other\""));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("incomplete"));
        assertStillProcessing();
    }

    @Test
    void drawsNothingFromAnUnclearResult() {
        post(message("U", "CAPTURE_IN_PROCESS"));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("incomplete"));
        assertStillProcessing();
    }

    @Test
    void parksWhatAnotherMerchantOrAccountSaysOfOurCapture() {
        Merchant other = world.merchant("CLIENT_B");
        Merchant live = world.merchant(merchant.tenant(), "CLIENT_LIVE");
        world.receive.receive(other.envelope(message("S", "SUCCESS")));
        world.receive.receive(live.envelope(message("S", "ACCEPTED")));
        assertThat(world.inbox.values())
                .extracting(kept -> kept.verdict)
                .containsOnly(InboxVerdict.parked("unknown_capture"));
        assertThat(capture.status()).isEqualTo(CaptureStatus.PROCESSING);
    }

    private String message(String result, String code) {
        return """
                {"notifyType":"CAPTURE_RESULT","result":{"resultCode":"%s","resultStatus":"%s","resultMessage":"m"},\
                "captureRequestId":"%s","captureId":"4024","paymentId":"2024","captureAmount":{"currency":"SGD","value":"2500"},\
                "captureTime":"2026-11-22T19:59:00+08:00"}""".formatted(code, result, capture.id());
    }

    private void post(String body) {
        assertThat(world.receive.receive(merchant.envelope(body))).isEqualTo(new Reception.Acknowledged("CLIENT_A"));
    }

    private void assertStillProcessing() {
        assertThat(capture.status()).isEqualTo(CaptureStatus.PROCESSING);
        assertThat(capture.state().watch().nextCheckAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(world.captures.moved).isEmpty();
        assertThat(world.events).isEmpty();
    }
}
