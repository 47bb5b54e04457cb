package com.tillhouse.core.money;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.domain.CancelObstacle;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentOrigin;
import com.tillhouse.core.checkout.domain.PaymentState;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.domain.page.CaptureMode;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** One random life of a payment and its refunds, lived by the aggregates and by the model at once. */
final class MoneyStory {
    private static final TenantId TENANT = CheckoutFixture.tenant();
    private static final ProviderResult RESULT = new ProviderResult("S", "SUCCESS", null);
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Money ALL = new Money("SGD", MoneyModel.AMOUNT);

    private final RandomGenerator random;
    private final MoneyModel model = new MoneyModel();
    private final List<Refund> refunds = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private Payment payment;
    private Instant now = CheckoutFixture.NOON;
    private final Instant expires = now.plus(LIFE);
    private @Nullable Instant paidAt;
    private @Nullable String reviewReason;
    private int reviewsTold;
    private String step = "";

    private MoneyStory(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        payment = Payment.create(
                new PaymentOrigin(TENANT, "pay_1", "cs_1", "ga_1", Mode.TEST, ALL, CaptureMode.AUTOMATIC, now),
                expires);
    }

    static MoneyStory tell(long seed) {
        MoneyStory story = new MoneyStory(seed);
        int steps = 4 + story.random.nextInt(14);
        for (int i = 0; i < steps; i++) {
            story.live();
            story.compare();
        }
        return story;
    }

    int refundsGiven() {
        return model.given.size();
    }

    boolean canceled() {
        return model.status.equals("CANCELED");
    }

    private void live() {
        now = now.plus(Duration.ofMinutes(random.nextInt(8) == 0 ? 60 * random.nextInt(24) : random.nextInt(3)));
        switch (random.nextInt(10)) {
            case 0, 1 -> openingAnswer();
            case 2, 3, 4 -> paymentNews();
            case 5 -> cancel();
            case 6 -> cancelAnswer();
            case 7 -> requestRefund();
            default -> refundNews();
        }
    }

    private void openingAnswer() {
        int answer = random.nextInt(8);
        boolean counts = model.unheard();
        step = "opening answer " + answer;
        if (answer == 0) {
            payment.decline(RESULT, now);
        } else if (answer < 3) {
            payment.abandon(null, now);
        } else {
            payment.open("https://antom.example/pay", expires, RESULT, now);
        }
        if (counts) {
            model.become(answer == 0 ? "FAILED" : answer < 3 ? "ABANDONED" : "OPEN", answer == 0);
        }
    }

    private void paymentNews() {
        PaymentNews.Standing[] all = PaymentNews.Standing.values();
        PaymentNews.Standing said =
                random.nextInt(3) == 0 ? PaymentNews.Standing.PAID : all[random.nextInt(all.length)];
        hear(said, random.nextBoolean() ? Cause.NOTIFICATION : Cause.INQUIRY);
    }

    private void hear(PaymentNews.Standing said, Cause cause) {
        boolean right = random.nextInt(12) != 0;
        String id = random.nextInt(15) == 0 ? "other" : "antom";
        Money amount = right ? ALL : new Money(random.nextBoolean() ? "SGD" : "USD", 99);
        step = cause + " says " + said + " " + amount + " " + id;
        boolean over = now.isAfter(expires.plus(Duration.ofMinutes(5)));
        boolean paidBefore = model.everPaid;
        Verdict verdict = payment.apply(new PaymentNews(said, cause, RESULT, amount, id, "ALIPAY_CN", now), now);
        boolean odd = model.hear(said, cause == Cause.INQUIRY, right, id, over);
        require(odd == (verdict.kind() == Verdict.Kind.REFUSED), "refused: " + verdict);
        require(!odd || payment.state().reviewReason() != null, "what does not fit is shown to a person");
        if (model.everPaid && !paidBefore) {
            paidAt = now;
        }
    }

    private void cancel() {
        boolean windowOpen = paidAt == null || now.isBefore(endOfWindow(paidAt));
        boolean may = payment.obstacleToCancel(now) == CancelObstacle.NONE;
        step = "cancel at " + now;
        require(may == model.mayCancel(windowOpen), "may cancel: " + payment.obstacleToCancel(now));
        if (may || model.cancelPending) {
            payment.requestCancel(Cause.API, now);
            model.cancelPending = true;
        }
    }

    /** Midnight in Singapore is 16:00 in UTC. */
    private static Instant endOfWindow(Instant paid) {
        Duration day = Duration.ofDays(1);
        long shifted = paid.plus(Duration.ofHours(8)).getEpochSecond();
        long midnight = (shifted / day.toSeconds() + 1) * day.toSeconds()
                - Duration.ofHours(8).toSeconds();
        return Instant.ofEpochSecond(midnight).plus(Duration.ofMinutes(15));
    }

    private void cancelAnswer() {
        if (!model.cancelPending) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> hear(PaymentNews.Standing.CANCELED, Cause.API);
            case 1 -> {
                step = "cancel refused";
                payment.cancelRefused(RESULT, now);
                model.cancelPending = false;
            }
            default -> {
                step = "cancel unclear";
                payment.cancelUndetermined(null, now);
            }
        }
    }

    private void requestRefund() {
        long amount = 1L + random.nextInt((int) MoneyModel.AMOUNT);
        step = "refund " + amount;
        if (!model.mayRefund(amount)) {
            return;
        }
        int number = refunds.size();
        refunds.add(Refund.request(new RefundOrigin(
                TENANT, "re_" + number, "pay_1", "ga_1", Mode.TEST, new Money("SGD", amount), null, false, now)));
        model.open.put(number, amount);
        book(amount, 0);
    }

    private void refundNews() {
        if (refunds.isEmpty()) {
            return;
        }
        int number = random.nextInt(refunds.size());
        Refund refund = refunds.get(number);
        if (random.nextInt(5) == 0) {
            step = "refund unclear";
            refund.undetermined(null, now);
            return;
        }
        RefundNews.Standing[] all = RefundNews.Standing.values();
        RefundNews.Standing said = all[random.nextInt(all.length)];
        boolean right = random.nextInt(10) != 0;
        Money amount = right ? refund.origin().amount() : new Money("USD", 1);
        Cause cause = random.nextBoolean() ? Cause.NOTIFICATION : Cause.INQUIRY;
        step = "refund " + number + " " + said + " " + amount;
        RefundStatus before = refund.status();
        refund.apply(new RefundNews(said, cause, RESULT, amount, "r" + number, now), now);
        if (before == RefundStatus.PROCESSING && refund.status() != before) {
            long moved = refund.origin().amount().value();
            book(-moved, refund.status() == RefundStatus.SUCCEEDED ? moved : 0);
        }
        model.hearRefund(number, said, right);
    }

    /** As the reservation store does: the figures change, nothing else. */
    private void book(long reserved, long refunded) {
        events.addAll(payment.takeEvents());
        PaymentState was = payment.state();
        Balance balance = new Balance(
                was.balance().captured(),
                new Money("SGD", was.balance().reserved().value() + reserved),
                new Money("SGD", was.balance().refunded().value() + refunded));
        payment = Payment.restore(
                payment.origin(),
                new PaymentState(
                        was.status(),
                        was.provider(),
                        balance,
                        was.watch(),
                        was.expiresAt(),
                        was.paidAt(),
                        was.authorization(),
                        was.surplus(),
                        was.review(),
                        was.pendingCancel(),
                        was.sequence(),
                        was.moves()));
    }

    private void compare() {
        PaymentState state = payment.state();
        events.addAll(payment.takeEvents());
        compareReviews(state);
        require(
                state.status().name().equals(model.status),
                "status is " + state.status() + ", must be " + model.status);
        require(events.equals(model.events), "told " + events + ", must be " + model.events);
        require(state.sequence() == model.events.size() + reviewsTold, "sequence " + state.sequence());
        require(state.balance().captured().value() == (model.everPaid ? MoneyModel.AMOUNT : 0), "captured");
        require(state.balance().reserved().value() == model.reserved(), "reserved");
        require(state.balance().refunded().value() == model.refunded(), "refunded");
        require((state.pendingCancel() != null) == model.cancelPending, "cancel pending is " + state.pendingCancel());
        boolean watched = state.watch().nextCheckAt() != null;
        boolean settled = (model.ended() || model.status.equals("SUCCEEDED")) && !model.cancelPending;
        require(watched || settled, "nobody looks at it again");
        refunds.forEach(this::compare);
    }

    /** A person is told exactly when there is another reason to look than before. */
    private void compareReviews(PaymentState state) {
        boolean another = state.reviewReason() != null && !state.reviewReason().equals(reviewReason);
        reviewReason = state.reviewReason();
        boolean told = events.remove("payment.needs_review");
        reviewsTold += told ? 1 : 0;
        require(told == another, "told of a review: " + told + ", reason " + reviewReason);
        require(!events.contains("payment.needs_review"), "told of a review twice");
    }

    private void compare(Refund refund) {
        int number = Integer.parseInt(refund.id().substring("re_".length()));
        boolean agrees = switch (refund.status()) {
            case PROCESSING ->
                model.open.containsKey(number) && refund.state().watch().nextCheckAt() != null;
            case SUCCEEDED -> model.given.containsKey(number);
            case FAILED -> model.refused.containsKey(number);
        };
        require(agrees, refund.id() + " is " + refund.status());
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("after \"" + step + "\", must be " + model.status + ": " + what);
        }
    }
}
