package com.tillhouse.core.money;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureOrigin;
import com.tillhouse.core.capture.domain.CaptureStatus;
import com.tillhouse.core.checkout.domain.Authorization;
import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.domain.CancelObstacle;
import com.tillhouse.core.checkout.domain.Captured;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentOrigin;
import com.tillhouse.core.checkout.domain.PaymentState;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.domain.page.CaptureMode;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
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

/** One random life of a payment and its captures, lived by the aggregates and by the model at once. */
final class CaptureStory {
    private static final TenantId TENANT = CheckoutFixture.tenant();
    private static final ProviderResult RESULT = new ProviderResult("S", "SUCCESS", null);
    private static final Money ALL = new Money("SGD", CaptureModel.AMOUNT);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private final CaptureModel model = new CaptureModel();
    private final List<Capture> captures = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private Payment payment;
    private Instant now = CheckoutFixture.NOON;
    private final Instant pageCloses = now.plus(Duration.ofHours(1));
    private final Instant end = now.plus(Duration.ofDays(7));
    private String step = "";

    private CaptureStory(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        payment = Payment.create(
                new PaymentOrigin(TENANT, "pay_1", "cs_1", "ga_1", Mode.TEST, ALL, CaptureMode.MANUAL, now),
                pageCloses);
        payment.open("https://antom.example/pay", pageCloses, RESULT, now);
    }

    static CaptureStory tell(long seed) {
        CaptureStory story = new CaptureStory(seed);
        int steps = 4 + story.random.nextInt(16);
        for (int i = 0; i < steps; i++) {
            story.live();
            story.compare();
        }
        return story;
    }

    boolean captured() {
        return model.captured() > 0;
    }

    boolean lapsed() {
        return model.status.equals("EXPIRED") && model.held;
    }

    private void live() {
        now = now.plus(Duration.ofMinutes(random.nextInt(10) == 0 ? 60 * random.nextInt(100) : random.nextInt(3)));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> paymentNews();
            case 3 -> cancel();
            case 4 -> cancelAnswer();
            case 5, 6 -> requestCapture();
            default -> captureNews();
        }
    }

    private void paymentNews() {
        PaymentNews.Standing[] all = PaymentNews.Standing.values();
        PaymentNews.Standing said =
                random.nextInt(2) == 0 ? PaymentNews.Standing.PAID : all[random.nextInt(all.length)];
        Cause cause = random.nextBoolean() ? Cause.NOTIFICATION : Cause.INQUIRY;
        hear(said, cause, random.nextBoolean() ? end : null);
    }

    private void hear(PaymentNews.Standing said, Cause cause, @Nullable Instant until) {
        step = cause + " says " + said + " until " + until + " at " + now;
        boolean pastEnd = now.isAfter(end.plus(CLOCKS_DIFFER));
        boolean lifeIsOver = now.isAfter(pageCloses.plus(CLOCKS_DIFFER));
        Verdict verdict =
                payment.apply(new PaymentNews(said, cause, RESULT, ALL, "antom", "CARD", now, until, List.of()), now);
        boolean odd = model.hear(said, cause == Cause.INQUIRY, until != null, pastEnd, lifeIsOver);
        require(odd == (verdict.kind() == Verdict.Kind.REFUSED), "refused: " + verdict);
    }

    private void cancel() {
        step = "cancel at " + now;
        boolean may = payment.obstacleToCancel(now) == CancelObstacle.NONE;
        require(may == model.mayCancel(), "may cancel: " + payment.obstacleToCancel(now));
        if (may || model.cancelPending) {
            payment.requestCancel(Cause.API, now);
            model.cancelPending = true;
        }
    }

    private void cancelAnswer() {
        if (!model.cancelPending) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> hear(PaymentNews.Standing.CANCELED, Cause.API, null);
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

    private void requestCapture() {
        long amount = 1L + random.nextInt((int) CaptureModel.AMOUNT);
        step = "capture " + amount;
        boolean may = payment.hold().leftToCapture().value() >= amount
                && payment.state().pendingCancel() == null;
        require(
                may == model.mayCapture(amount),
                "may capture: " + payment.hold().leftToCapture());
        if (!may) {
            return;
        }
        int number = captures.size();
        boolean last = random.nextInt(4) == 0;
        captures.add(Capture.request(new CaptureOrigin(
                TENANT, "cap_" + number, "pay_1", "ga_1", Mode.TEST, new Money("SGD", amount), last, now)));
        model.open.put(number, amount);
        book(amount, 0);
    }

    private void captureNews() {
        if (captures.isEmpty()) {
            return;
        }
        int number = random.nextInt(captures.size());
        Capture capture = captures.get(number);
        if (random.nextInt(5) == 0) {
            step = "capture unclear";
            capture.undetermined(null, now);
            return;
        }
        CaptureNews.Standing[] all = CaptureNews.Standing.values();
        CaptureNews.Standing said = all[random.nextInt(all.length)];
        boolean right = random.nextInt(10) != 0;
        Money amount = right ? capture.origin().amount() : new Money("USD", 1);
        step = "capture " + number + " " + said + " " + amount;
        CaptureStatus before = capture.status();
        Cause cause = random.nextBoolean() ? Cause.NOTIFICATION : Cause.INQUIRY;
        capture.apply(new CaptureNews(said, cause, RESULT, amount, "c" + number, now), now);
        if (before == CaptureStatus.PROCESSING && capture.status() != before) {
            follow(capture);
        }
        model.hearCapture(number, said, right, capture.origin().last());
    }

    /** As {@code ApplyCaptureOutcome} does. */
    private void follow(Capture capture) {
        long moved = capture.origin().amount().value();
        boolean succeeded = capture.status() == CaptureStatus.SUCCEEDED;
        book(-moved, succeeded ? moved : 0);
        if (succeeded) {
            payment.captured(new Captured(now, capture.origin().last(), Cause.API, "SUCCESS"), now);
        } else {
            payment.askSoon(now);
        }
    }

    /** As the reservation store does: the figures change, nothing else. */
    private void book(long capturing, long captured) {
        events.addAll(payment.takeEvents());
        PaymentState was = payment.state();
        Authorization held = was.authorization();
        if (held == null) {
            throw new AssertionError("captures without an authorisation");
        }
        Money sum = new Money("SGD", was.balance().captured().value() + captured);
        Money onItsWay = new Money("SGD", held.capturing().value() + capturing);
        payment = Payment.restore(
                payment.origin(),
                new PaymentState(
                        was.status(),
                        was.provider(),
                        new Balance(sum, was.balance().reserved(), was.balance().refunded()),
                        was.watch(),
                        was.expiresAt(),
                        was.paidAt(),
                        new Authorization(held.at(), held.until(), onItsWay, held.closed()),
                        was.surplus(),
                        was.review(),
                        was.pendingCancel(),
                        was.sequence(),
                        was.moves()));
    }

    private void compare() {
        PaymentState state = payment.state();
        events.addAll(payment.takeEvents());
        events.removeIf("payment.needs_review"::equals);
        require(state.status().name().equals(model.status), "status is " + state.status());
        require(events.equals(model.events), "told " + events + ", must be " + model.events);
        Authorization held = state.authorization();
        require((held != null) == model.held, "held is " + held);
        require(state.balance().captured().value() == model.captured(), "captured");
        require(held == null || held.capturing().value() == model.capturing(), "capturing");
        require((state.pendingCancel() != null) == model.cancelPending, "cancel pending is " + state.pendingCancel());
        require(state.surplus() == model.surplus, "surplus is " + state.surplus());
        boolean whole = model.captured() == CaptureModel.AMOUNT || model.nothingMore;
        boolean settled = (model.ended() || model.status.equals("SUCCEEDED") && whole) && !model.cancelPending;
        require(state.watch().nextCheckAt() != null || settled, "nobody looks at it again");
        captures.forEach(this::compare);
    }

    private void compare(Capture capture) {
        int number = Integer.parseInt(capture.id().substring("cap_".length()));
        boolean agrees = switch (capture.status()) {
            case PROCESSING ->
                model.open.containsKey(number) && capture.state().watch().nextCheckAt() != null;
            case SUCCEEDED -> model.taken.containsKey(number);
            case FAILED -> model.refused.containsKey(number);
        };
        require(agrees, capture.id() + " is " + capture.status());
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("after \"" + step + "\", must be " + model.status + ": " + what);
        }
    }
}
