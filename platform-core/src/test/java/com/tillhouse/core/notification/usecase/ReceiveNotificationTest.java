package com.tillhouse.core.notification.usecase;

import static com.tillhouse.core.notification.usecase.ReceptionFixture.FRESH;
import static com.tillhouse.core.notification.usecase.ReceptionFixture.NOW;
import static com.tillhouse.core.notification.usecase.ReceptionFixture.message;
import static com.tillhouse.core.notification.usecase.ReceptionFixture.paid;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.notification.domain.Envelope;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.usecase.ReceptionFixture.Merchant;
import com.tillhouse.core.shared.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveNotificationTest {
    private final ReceptionFixture world = new ReceptionFixture();
    private Merchant merchant;
    private Payment payment;

    @BeforeEach
    void start() {
        merchant = world.merchant("CLIENT_A");
        payment = world.openPayment(merchant);
    }

    @Test
    void takesInAPaidPayment() {
        assertThat(post(paid(payment))).isEqualTo(new Reception.Acknowledged("CLIENT_A"));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.state().provider().paymentId()).isEqualTo("2024");
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.APPLIED);
        assertThat(world.events)
                .extracting(DomainEvent::type)
                .containsExactly("payment.succeeded", "checkout_session.completed");
        assertThat(world.inbox.values().iterator().next().entry.envelope().body())
                .isEqualTo(paid(payment).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_PENDING,S,SUCCESS,PROCESSING",
        "PAYMENT_RESULT,F,RISK_REJECT,FAILED",
        "PAYMENT_RESULT,F,ORDER_IS_CLOSED,EXPIRED",
        "PAYMENT_RESULT,S,SUCCESS,SUCCEEDED"
    })
    void movesAsTheMessageSays(String type, String status, String code, PaymentStatus expected) {
        post(message(type, status, code, payment.id()));
        assertThat(payment.status()).isEqualTo(expected);
    }

    @Test
    void takesACopyForWhatItIs() {
        post(paid(payment));
        assertThat(post(paid(payment))).isInstanceOf(Reception.Acknowledged.class);
        assertThat(receive(merchant.envelope(
                        paid(payment).replace("{\"notifyType\"", "{ \"notifyType\""), "2026-11-22T20:02:00+08:00")))
                .isInstanceOf(Reception.Acknowledged.class);
        assertThat(world.inbox.values())
                .hasSize(1)
                .first()
                .satisfies(kept -> assertThat(kept.copies).isEqualTo(3));
        assertThat(world.events).hasSize(2);
    }

    @Test
    void knowsNobodyAtAnotherRoute() {
        Envelope good = merchant.envelope(paid(payment));
        for (String route : new String[] {
            "",
            "x",
            merchant.route().substring(1),
            merchant.route() + "0",
            merchant.route().toUpperCase(Locale.ROOT)
        }) {
            assertThat(receive(new Envelope(route, good.clientId(), good.requestTime(), good.signature(), good.body())))
                    .isEqualTo(new Reception.UnknownRoute());
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CLIENT_B", "client_a", "CLIENT_A "})
    void refusesAnotherClientId(String clientId) {
        Envelope good = merchant.envelope(paid(payment));
        assertRefused(new Envelope(good.route(), clientId, good.requestTime(), good.signature(), good.body()));
    }

    @Test
    void refusesEveryChangeOfTheBody() {
        Envelope good = merchant.envelope(paid(payment));
        for (int i = 0; i < good.body().length; i++) {
            byte[] changed = good.body().clone();
            changed[i] ^= 1;
            assertRefused(new Envelope(good.route(), good.clientId(), good.requestTime(), good.signature(), changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "algorithm=RSA256,keyVersion=1", "algorithm=RSA256,keyVersion=1,signature=AAAA"})
    void refusesWithoutASignature(String signature) {
        Envelope good = merchant.envelope(paid(payment));
        assertRefused(new Envelope(good.route(), good.clientId(), good.requestTime(), signature, good.body()));
        assertRefused(new Envelope(
                good.route(), good.clientId(), "2026-11-22T20:00:01+08:00", good.signature(), good.body()));
    }

    @Test
    void refusesWhatAnotherMerchantsKeySigned() {
        Merchant other = world.merchant("CLIENT_B");
        Envelope theirs = other.envelope(paid(payment));
        assertRefused(new Envelope(merchant.route(), "CLIENT_B", FRESH, theirs.signature(), theirs.body()));
        assertRefused(new Envelope(merchant.route(), "CLIENT_A", FRESH, theirs.signature(), theirs.body()));
        assertRefused(
                new Envelope(other.route(), "CLIENT_B", FRESH, merchant.sign(paid(payment), FRESH), theirs.body()));
    }

    @Test
    void parksWhatAnotherMerchantSaysOfOurPayment() {
        Merchant other = world.merchant("CLIENT_B");
        assertThat(receive(other.envelope(paid(payment)))).isEqualTo(new Reception.Acknowledged("CLIENT_B"));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("unknown_payment"));
        assertThat(world.inbox.values().iterator().next().tenant).isEqualTo(other.tenant());
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(world.events).isEmpty();
    }

    @Test
    void parksWhatAnotherAccountOfTheSameMerchantSays() {
        Merchant live = world.merchant(merchant.tenant(), "CLIENT_LIVE");
        receive(live.envelope(paid(payment)));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("unknown_payment"));
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"\"6000\",\"6001\"", "\"6000\",\"600\"", "SGD,USD"})
    void parksAnotherAmountAndAsks(String ours, String theirs) {
        assertThat(post(paid(payment).replace(ours, theirs))).isInstanceOf(Reception.Acknowledged.class);
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("amount_mismatch"));
        assertAskedSoon();
    }

    @ParameterizedTest
    @CsvSource({"paymentAmount,amount", "paymentId,other", "\"6000\",6000", "resultStatus,status"})
    void parksWhatIsIncompleteAndAsks(String part, String wrong) {
        post(paid(payment).replace(part, wrong));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("incomplete"));
        assertAskedSoon();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T17:59:59+08:00,time_stale",
        "2024-05-27T02:27:27-07:00,time_stale",
        "2026-11-22T20:05:01+08:00,time_ahead",
        "1685599933871,time_unreadable",
        "2026-11-22T20:00:00,time_unreadable"
    })
    void parksAnotherTimeAndAsks(String time, String reason) {
        assertThat(receive(merchant.envelope(paid(payment), time))).isInstanceOf(Reception.Acknowledged.class);
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked(reason));
        assertAskedSoon();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T18:00:00+08:00", "2026-11-22T20:05:00+08:00", "2026-11-22T12:00:00Z"})
    void takesALateCopyAndASlightlyFastClock(String time) {
        receive(merchant.envelope(paid(payment), time));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void doesNotLetAReplayKeepTheRealOneOut() {
        receive(merchant.envelope(paid(payment), "2024-05-27T02:27:27-07:00"));
        post(paid(payment));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(world.inbox).hasSize(2);
    }

    @Test
    void parksWhatComesInTheWrongOrderAndAsks() {
        post(paid(payment));
        post(message("PAYMENT_PENDING", "S", "SUCCESS", payment.id()));
        post(message("PAYMENT_RESULT", "F", "RISK_REJECT", payment.id()));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(world.inbox.values())
                .extracting(kept -> kept.verdict.reason())
                .containsExactly(null, null, "impossible_move_from_SUCCEEDED_to_FAILED");
        assertThat(payment.state().watch().nextCheckAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void parksAnotherPaymentIdOfAntomsAndAsks() {
        post(message("PAYMENT_PENDING", "S", "SUCCESS", payment.id()));
        post(paid(payment).replace("\"2024\"", "\"2025\""));
        assertThat(payment.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(payment.state().reviewReason()).isEqualTo("provider_payment_id_mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"notifyType\":\"VOID_RESULT\"}", "{\"disputeNotificationType\":\"DISPUTE_CREATED\"}", "{}"})
    void keepsWhatIsNotHandledYet(String body) {
        assertThat(post(body)).isInstanceOf(Reception.Acknowledged.class);
        assertThat(world.onlyVerdict().reason()).startsWith("not handled yet: ");
    }

    @Test
    void keepsEachOfWhatIsNotHandledYet() {
        post("{\"disputeNotificationType\":\"DISPUTE_CREATED\",\"paymentRequestId\":\"pay_1\",\"disputeId\":\"1\"}");
        post("{\"disputeNotificationType\":\"DISPUTE_CREATED\",\"paymentRequestId\":\"pay_1\",\"disputeId\":\"2\"}");
        assertThat(world.inbox).hasSize(2);
    }

    @Test
    void leavesThePaymentThatAntomCapturedByItself() {
        post("""
                {"notifyType":"CAPTURE_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S"},"captureRequestId":"cap_1",\
                "paymentId":"2024","captureAmount":{"currency":"SGD","value":"6000"}}""");
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("unknown_capture"));
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
    }

    @Test
    void keepsWhatItCannotRead() {
        assertThat(post("<html>")).isInstanceOf(Reception.Acknowledged.class);
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("unreadable"));
    }

    @Test
    void doesNotEvenLookAtTooMuch() {
        assertThat(post(" ".repeat(ReceiveNotification.MAX_BODY + 1))).isEqualTo(new Reception.TooLarge());
        assertNothingHappened();
    }

    private Reception post(String body) {
        return receive(merchant.envelope(body));
    }

    private Reception receive(Envelope envelope) {
        return world.receive.receive(envelope);
    }

    private void assertRefused(Envelope envelope) {
        assertThat(receive(envelope)).isInstanceOf(Reception.Refused.class);
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(world.inbox).isEmpty();
        assertThat(world.events).isEmpty();
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
    }

    private void assertAskedSoon() {
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(world.events).extracting(DomainEvent::type).isSubsetOf("payment.needs_review");
        assertThat(payment.state().watch().nextCheckAt()).isEqualTo(NOW.plusSeconds(5));
    }
}
