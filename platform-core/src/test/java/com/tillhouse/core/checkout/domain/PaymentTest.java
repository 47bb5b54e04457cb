package com.tillhouse.core.checkout.domain;

import static com.tillhouse.core.CheckoutFixture.NOON;
import static com.tillhouse.core.CheckoutFixture.news;
import static com.tillhouse.core.CheckoutFixture.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final ProviderResult OPENED = new ProviderResult("S", "SUCCESS", null);
    private static final Instant EXPIRES = NOON.plus(Duration.ofHours(1));

    private static Payment created() {
        return CheckoutFixture.session(CheckoutFixture.tenant(), NOON).attempt("ga_1", NOON);
    }

    private static Payment open() {
        Payment payment = created();
        payment.open("https://antom.example/pay?a=+&b==", EXPIRES, OPENED, NOON);
        return payment;
    }

    private static Verdict hear(Payment payment, Standing standing) {
        return payment.apply(news(standing, Cause.NOTIFICATION), NOON);
    }

    @Test
    void isPaidOnceAndCapturesItsAmount() {
        Payment payment = open();
        assertThat(hear(payment, Standing.PAID)).isEqualTo(Verdict.MOVED);
        assertThat(hear(payment, Standing.PAID)).isEqualTo(Verdict.UNCHANGED);
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.state().balance().captured()).isEqualTo(sgd(6000));
        assertThat(payment.takeEvents()).containsExactly("payment.succeeded");
        assertThat(payment.state().watch().nextCheckAt()).isNull();
    }

    @Test
    void isNotPaidWhilePending() {
        Payment payment = open();
        hear(payment, Standing.PROCESSING);
        assertThat(payment.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(payment.state().balance().captured()).isEqualTo(sgd(0));
        assertThat(payment.state().watch().nextCheckAt()).isNotNull();
    }

    @Test
    void staysPaidWithoutAWordWhenPendingComesLate() {
        Payment payment = open();
        hear(payment, Standing.PAID);
        assertThat(hear(payment, Standing.PROCESSING)).isEqualTo(Verdict.UNCHANGED);
        assertThat(payment.state().reviewReason()).isNull();
        assertThat(payment.state().provider().last()).isEqualTo(new ProviderResult("S", "PAID", null));
    }

    @Test
    void staysFailedAndExpiredWhenASuccessComesLater() {
        for (Standing end : List.of(Standing.REFUSED, Standing.CLOSED)) {
            Payment payment = open();
            hear(payment, end);
            PaymentStatus ended = payment.status();
            assertThat(hear(payment, Standing.PAID).kind()).isEqualTo(Verdict.Kind.REFUSED);
            assertThat(payment.status()).isEqualTo(ended);
            assertThat(payment.state().reviewReason()).isNotNull();
            assertThat(payment.state().watch().nextCheckAt()).as("asked again").isNotNull();
        }
    }

    @Test
    void staysCanceledAndCountsMoneyThatComesLaterAsSurplus() {
        Payment payment = open();
        hear(payment, Standing.CANCELED);
        payment.takeEvents();
        assertThat(hear(payment, Standing.PAID)).isEqualTo(Verdict.UNCHANGED);
        assertThat(hear(payment, Standing.PAID)).isEqualTo(Verdict.UNCHANGED);
        assertThat(payment.status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(payment.takeEvents()).containsExactly("payment.surplus_detected");
        assertThat(payment.state().balance().captured())
                .isEqualTo(payment.origin().amount());
        assertThat(payment.state().watch().nextCheckAt()).as("given back soon").isNotNull();
    }

    @Test
    void asksWhetherTheMoneyIsHereWhenAnOldSuccessIsToldAfterTheCancel() {
        Payment payment = open();
        hear(payment, Standing.PAID);
        hear(payment, Standing.CANCELED);
        payment.takeEvents();
        assertThat(hear(payment, Standing.PAID)).isEqualTo(Verdict.UNCHANGED);
        assertThat(payment.state().surplus()).isFalse();
        assertThat(payment.state().watch().nextCheckAt()).as("asked").isNotNull();
        payment.apply(news(Standing.PAID, Cause.INQUIRY), NOON);
        assertThat(payment.state().surplus()).as("Antom says that it is").isTrue();
        assertThat(payment.takeEvents()).containsExactly("payment.surplus_detected");
    }

    @Test
    void refusesASuccessOverAnotherAmount() {
        Payment payment = open();
        PaymentNews wrong = new PaymentNews(Standing.PAID, Cause.NOTIFICATION, OPENED, sgd(5999), "p", "CARD", null);
        assertThat(payment.apply(wrong, NOON)).isEqualTo(Verdict.refused("amount_mismatch"));
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(payment.state().balance().captured()).isEqualTo(sgd(0));
    }

    @Test
    void believesSilenceOnlyAfterItsLifeAndAMargin() {
        Payment payment = open();
        PaymentNews notStarted = news(Standing.NOT_STARTED, Cause.INQUIRY);
        assertThat(payment.apply(notStarted, EXPIRES)).isEqualTo(Verdict.UNCHANGED);
        Instant over = EXPIRES.plus(RecoverySchedule.MARGIN).plusSeconds(1);
        assertThat(payment.apply(notStarted, over)).isEqualTo(Verdict.MOVED);
        assertThat(payment.status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void isNeverOpenedForABuyerOnceAbandonedButTakesALateSuccess() {
        Payment payment = created();
        payment.abandon(null, NOON);
        assertThat(payment.open("https://late", EXPIRES, OPENED, NOON)).isFalse();
        assertThat(payment.status()).isEqualTo(PaymentStatus.ABANDONED);
        assertThat(hear(payment, Standing.PAID)).isEqualTo(Verdict.MOVED);
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void isNotReopenedWhenTheNewsOvertookTheAnswer() {
        Payment payment = created();
        hear(payment, Standing.PAID);
        payment.open("https://late", EXPIRES, OPENED, NOON);
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void movesOnlyAlongItsTableWhateverComesInWhateverOrder() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122L);
        Standing[] standings = Standing.values();
        for (int round = 0; round < 5_000; round++) {
            Payment payment = created();
            List<PaymentMove> path = new ArrayList<>();
            for (int step = 0; step < 8; step++) {
                PaymentStatus before = payment.status();
                switch (random.nextInt(4)) {
                    case 0 -> payment.open("https://x", EXPIRES, OPENED, NOON);
                    case 1 -> payment.abandon(null, NOON);
                    default -> hear(payment, standings[random.nextInt(standings.length)]);
                }
                List<PaymentMove> moves = payment.takeMoves();
                path.addAll(moves);
                assertThat(moves).hasSize(before == payment.status() ? 0 : 1);
                boolean captured = payment.state().balance().captured().positive();
                boolean wasPaid = path.stream().anyMatch(move -> move.to() == PaymentStatus.SUCCEEDED);
                boolean paidAfterCancel = payment.status() == PaymentStatus.CANCELED
                        && payment.state().surplus();
                assertThat(captured).isEqualTo(wasPaid || paidAfterCancel);
            }
            assertThat(path)
                    .allMatch(move ->
                            PaymentTransitions.edge(move.from(), move.to()).isPresent());
            long sequence = payment.state().sequence();
            assertThat(payment.takeEvents()).hasSize((int) sequence);
        }
    }
}
