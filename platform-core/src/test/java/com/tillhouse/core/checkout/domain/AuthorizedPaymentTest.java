package com.tillhouse.core.checkout.domain;

import static com.tillhouse.core.CheckoutFixture.NOON;
import static com.tillhouse.core.CheckoutFixture.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A payment whose money the merchant captures: held first, taken by captures only. */
class AuthorizedPaymentTest {
    private static final ProviderResult SUCCESS = new ProviderResult("S", "SUCCESS", null);
    private static final Instant END = NOON.plus(Duration.ofDays(7));

    private final CheckoutSession session = CheckoutFixture.manualSession(CheckoutFixture.tenant(), NOON);

    private Payment open() {
        Payment payment = session.attempt("ga_1", NOON);
        payment.open("https://antom.example/pay", NOON.plus(Duration.ofHours(1)), SUCCESS, NOON);
        return payment;
    }

    private Payment authorized() {
        Payment payment = open();
        assertThat(hear(payment, Standing.PAID, Cause.NOTIFICATION, null, NOON)).isEqualTo(Verdict.MOVED);
        session.follow(payment, Cause.NOTIFICATION, NOON);
        payment.takeEvents();
        return payment;
    }

    private static Verdict hear(Payment payment, Standing standing, Cause cause, @Nullable Instant until, Instant now) {
        return payment.apply(
                new PaymentNews(standing, cause, SUCCESS, sgd(6000), "2026", "CARD", NOON, until, List.of()), now);
    }

    /** As the reservation store does: the figures change, nothing else. */
    private static Payment book(Payment payment, long captured, long capturing) {
        PaymentState was = payment.state();
        Authorization held = was.authorization();
        assertThat(held).isNotNull();
        return Payment.restore(
                payment.origin(),
                new PaymentState(
                        was.status(),
                        was.provider(),
                        was.balance().captured(sgd(captured)),
                        was.watch(),
                        was.expiresAt(),
                        was.paidAt(),
                        new Authorization(held.at(), held.until(), sgd(capturing), held.closed()),
                        was.surplus(),
                        was.review(),
                        was.pendingCancel(),
                        was.sequence(),
                        was.moves()));
    }

    private static void capture(Payment payment, boolean last) {
        payment.captured(new Captured(NOON, last, Cause.API, "SUCCESS"), NOON);
    }

    @Test
    void takesNothingWhenTheBuyerPays() {
        Payment payment = open();
        hear(payment, Standing.PAID, Cause.NOTIFICATION, null, NOON);
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.state().balance().captured()).isEqualTo(sgd(0));
        assertThat(payment.state().balance().refundable()).isEqualTo(sgd(0));
        assertThat(payment.hold().leftToCapture()).isEqualTo(sgd(6000));
        assertThat(payment.takeEvents()).containsExactly("payment.authorized");
        assertThat(payment.state().watch().nextCheckAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(payment.status().live()).isFalse();
    }

    @Test
    void isPaidByItsFirstCaptureAndCompletesItsSessionOnce() {
        Payment payment = authorized();
        assertThat(session.status()).isEqualTo(SessionStatus.COMPLETED);
        payment = book(payment, 2000, 0);
        capture(payment, false);
        session.follow(payment, Cause.API, NOON);
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.state().surplus()).isFalse();
        assertThat(payment.hold().leftToCapture()).isEqualTo(sgd(4000));
        assertThat(payment.takeEvents()).containsExactly("payment.succeeded");
        assertThat(payment.state().watch().nextCheckAt()).isNotNull();
        payment = book(payment, 6000, 0);
        capture(payment, false);
        assertThat(payment.takeEvents()).isEmpty();
        assertThat(payment.state().watch().nextCheckAt()).as("whole").isNull();
    }

    @Test
    void endsItsAuthorisationWithTheLastCapture() {
        Payment payment = book(authorized(), 2000, 0);
        capture(payment, true);
        assertThat(payment.hold().capturable()).isFalse();
        assertThat(payment.hold().leftToCapture()).isEqualTo(sgd(0));
        assertThat(payment.state().watch().nextCheckAt()).isNull();
    }

    @Test
    void isSurplusWhenItsSessionIsCompleteAlready() {
        authorized();
        Payment second = open();
        hear(second, Standing.PAID, Cause.NOTIFICATION, null, NOON);
        session.follow(second, Cause.NOTIFICATION, NOON);
        assertThat(second.state().surplus()).isTrue();
        assertThat(second.obstacleToCancel(NOON)).isEqualTo(CancelObstacle.NONE);
    }

    @Test
    void expiresByAntomsWordNotByOurClock() {
        Payment payment = authorized();
        Instant after = END.plus(Duration.ofMinutes(6));
        hear(payment, Standing.PAID, Cause.INQUIRY, END, NOON);
        assertThat(payment.state().authorization()).isNotNull();
        payment.checkedInVain(after);
        hear(payment, Standing.PAID, Cause.NOTIFICATION, null, after);
        hear(payment, Standing.PAID, Cause.INQUIRY, null, after);
        assertThat(payment.status()).as("Antom did not say when").isEqualTo(PaymentStatus.AUTHORIZED);
        hear(payment, Standing.PAID, Cause.INQUIRY, after, after);
        assertThat(payment.status()).as("prolonged").isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(hear(payment, Standing.PAID, Cause.INQUIRY, END, after)).isEqualTo(Verdict.MOVED);
        assertThat(payment.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(payment.takeEvents()).containsExactly("payment.expired");
        assertThat(payment.state().watch().nextCheckAt()).isNull();
    }

    @Test
    void losesOnlyTheRestWhenItExpiresInPart() {
        Payment payment = book(authorized(), 2000, 0);
        capture(payment, false);
        hear(payment, Standing.PAID, Cause.INQUIRY, END, END.plus(Duration.ofMinutes(6)));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.hold().capturable()).isFalse();
        assertThat(payment.state().watch().nextCheckAt()).isNull();
    }

    @Test
    void believesNoEndWhileACaptureIsOnItsWay() {
        Payment payment = book(authorized(), 0, 2000);
        for (Standing end : new Standing[] {Standing.CANCELED, Standing.CLOSED, Standing.REFUSED}) {
            assertThat(hear(payment, end, Cause.INQUIRY, null, NOON)).isEqualTo(Verdict.UNCHANGED);
        }
        hear(payment, Standing.PAID, Cause.INQUIRY, END, END.plus(Duration.ofMinutes(6)));
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.state().watch().nextCheckAt()).isNotNull();
        assertThat(payment.obstacleToCancel(NOON)).isEqualTo(CancelObstacle.CAPTURING);
    }

    @Test
    void isCanceledBeforeItsEndAndExpiredAfterIt() {
        Payment early = authorized();
        hear(early, Standing.PAID, Cause.INQUIRY, END, NOON);
        hear(early, Standing.CANCELED, Cause.INQUIRY, null, END.minusSeconds(1));
        assertThat(early.status()).isEqualTo(PaymentStatus.CANCELED);
        Payment late = authorized();
        hear(late, Standing.PAID, Cause.INQUIRY, END, NOON);
        hear(late, Standing.CANCELED, Cause.INQUIRY, null, END.plus(Duration.ofMinutes(6)));
        assertThat(late.status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void isNotCanceledOnceCaptured() {
        Payment payment = book(authorized(), 2000, 0);
        capture(payment, false);
        assertThat(payment.obstacleToCancel(NOON)).isEqualTo(CancelObstacle.CAPTURED);
    }

    @Test
    void isAskedByTheHourForAWeekAndSoonAfterItsEnd() {
        Payment payment = authorized();
        Instant now = NOON;
        int asked = 0;
        while (now.isBefore(END)) {
            hear(payment, Standing.PAID, Cause.INQUIRY, END, now);
            Instant next = payment.state().watch().nextCheckAt();
            assertThat(next).isNotNull().isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofHours(1)));
            now = next;
            asked++;
        }
        assertThat(asked).isBetween(168, 180);
        assertThat(payment.state().reviewReason()).isNull();
        assertThat(now).isBeforeOrEqualTo(END.plus(Duration.ofMinutes(5)).plusSeconds(1));
    }

    @Test
    void putsMoneyCapturedAfterAnEndBeforeAPerson() {
        Payment payment = authorized();
        hear(payment, Standing.CANCELED, Cause.INQUIRY, null, NOON);
        payment = book(payment, 2000, 0);
        capture(payment, false);
        assertThat(payment.status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(payment.state().reviewReason()).isEqualTo("captured_although_CANCELED");
    }
}
