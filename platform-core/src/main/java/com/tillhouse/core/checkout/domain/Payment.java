package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay a session, 1:1 with Antom's {@code paymentRequestId}. Its status moves only along {@link PaymentTransitions}; every
 * move is noted and told.
 */
public final class Payment {
    /** Longer than the opening call can take, so that recovery never races a call that is still running. */
    private static final Duration UNTIL_FIRST_CHECK = Duration.ofSeconds(30);

    private final PaymentOrigin origin;
    private PaymentState state;
    private final List<PaymentMove> moves = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    private Payment(PaymentOrigin origin, PaymentState state) {
        this.origin = origin;
        this.state = state;
    }

    /** A new attempt that Antom has not heard of. */
    public static Payment create(PaymentOrigin origin, Instant expiresAt) {
        Watch watch = new Watch(origin.createdAt().plus(UNTIL_FIRST_CHECK), 0);
        Balance balance = Balance.none(origin.amount().currency());
        return new Payment(
                origin,
                new PaymentState(
                        PaymentStatus.CREATED, Provider.UNKNOWN, balance, watch, expiresAt, null, false, null, 0, 0));
    }

    /** The payment as it was kept. */
    public static Payment restore(PaymentOrigin origin, PaymentState state) {
        return new Payment(origin, state);
    }

    /** Antom opened the page. Answers false when news overtook the answer and the payment has moved on; it keeps the page's address all the same. */
    public boolean open(String normalUrl, Instant expires, ProviderResult result, Instant now) {
        Provider provider = state.provider().page(normalUrl, result);
        if (status() != PaymentStatus.CREATED) {
            with(provider, state.watch(), state.reviewReason());
            return status().live();
        }
        state = new PaymentState(
                status(),
                provider,
                state.balance(),
                Watch.from(now),
                expires,
                null,
                false,
                null,
                state.sequence(),
                state.moves());
        move(PaymentStatus.OPEN, Cause.API, result.code(), now);
        return true;
    }

    /** Antom refused to open the page. Without effect when news overtook the answer. */
    public void decline(ProviderResult result, Instant now) {
        if (status() == PaymentStatus.CREATED) {
            with(state.provider().said(result), Watch.OVER, null);
            move(PaymentStatus.FAILED, Cause.API, result.code(), now);
        }
    }

    /** Antom did not say whether the page was opened: no buyer goes there, but the payment stays watched. Without effect when news overtook. */
    public void abandon(@Nullable ProviderResult hint, Instant now) {
        if (status() == PaymentStatus.CREATED) {
            Provider provider =
                    hint == null ? state.provider() : state.provider().said(hint);
            with(provider, Watch.from(now), null);
            move(PaymentStatus.ABANDONED, Cause.API, hint == null ? null : hint.code(), now);
        }
    }

    /** Applies what Antom said. The status moves along the table or not at all; what does not fit is kept as a reason for a person. */
    public Verdict apply(PaymentNews news, Instant now) {
        if (news.amount() != null && !news.amount().equals(origin.amount())) {
            return refuse("amount_mismatch", news, now);
        }
        String known = state.provider().paymentId();
        if (known != null && news.providerPaymentId() != null && !known.equals(news.providerPaymentId())) {
            return refuse("provider_payment_id_mismatch", news, now);
        }
        PaymentStatus target = target(news, now);
        if (target == status()) {
            with(state.provider().told(news), watchFor(news, now), state.reviewReason());
            return Verdict.UNCHANGED;
        }
        if (PaymentTransitions.edge(status(), target).isEmpty()) {
            return refuse("impossible_move_from_" + status() + "_to_" + target, news, now);
        }
        take(news, target, now);
        return Verdict.MOVED;
    }

    /** Marks a second success of one session. */
    public void markSurplus() {
        state = new PaymentState(
                status(),
                state.provider(),
                state.balance(),
                state.watch(),
                state.expiresAt(),
                state.paidAt(),
                true,
                state.reviewReason(),
                state.sequence() + 1,
                state.moves());
        events.add("payment.surplus_detected");
    }

    /** Has Antom asked about it soon, also when it is settled: for news that came but can't be applied. */
    public void askSoon(Instant now) {
        with(state.provider(), Watch.from(now), state.reviewReason());
    }

    /** Notes that Antom could not be asked; it will be asked again. */
    public void checkedInVain(Instant now) {
        with(state.provider(), state.watch().checked(now), state.reviewReason());
    }

    private PaymentStatus target(PaymentNews news, Instant now) {
        boolean abandoned = status() == PaymentStatus.ABANDONED;
        return switch (news.standing()) {
            case PAID -> PaymentStatus.SUCCEEDED;
            case REFUSED -> abandoned ? PaymentStatus.EXPIRED : PaymentStatus.FAILED;
            case CLOSED -> PaymentStatus.EXPIRED;
            case CANCELED -> abandoned ? PaymentStatus.EXPIRED : PaymentStatus.CANCELED;
            case PROCESSING -> abandoned ? PaymentStatus.ABANDONED : PaymentStatus.PROCESSING;
            case NOT_STARTED -> notStarted(now);
        };
    }

    private PaymentStatus notStarted(Instant now) {
        boolean over = now.isAfter(state.expiresAt().plus(RecoverySchedule.MARGIN));
        return switch (status()) {
            case CREATED -> over ? PaymentStatus.EXPIRED : PaymentStatus.ABANDONED;
            case OPEN, ABANDONED -> over ? PaymentStatus.EXPIRED : status();
            default -> status();
        };
    }

    private void take(PaymentNews news, PaymentStatus target, Instant now) {
        boolean paid = target == PaymentStatus.SUCCEEDED;
        Instant paidAt = paid && news.paidAt() != null ? news.paidAt() : paid ? now : state.paidAt();
        Balance balance = paid ? state.balance().captured(origin.amount()) : state.balance();
        boolean open = target.live() || target == PaymentStatus.ABANDONED;
        Watch watch = open ? Watch.from(now) : Watch.OVER;
        state = new PaymentState(
                status(),
                state.provider().told(news),
                balance,
                watch,
                state.expiresAt(),
                paidAt,
                state.surplus(),
                null,
                state.sequence(),
                state.moves());
        move(target, news.cause(), news.result().code(), now);
    }

    private Watch watchFor(PaymentNews news, Instant now) {
        if (state.watch().nextCheckAt() == null || news.cause() != Cause.INQUIRY) {
            return state.watch();
        }
        boolean open = status().live() || status() == PaymentStatus.ABANDONED;
        return open ? state.watch().checked(now) : Watch.OVER;
    }

    private Verdict refuse(String reason, PaymentNews news, Instant now) {
        boolean asked = news.cause() == Cause.INQUIRY;
        boolean settled = !status().live() && status() != PaymentStatus.ABANDONED;
        Watch next = asked ? (settled ? Watch.OVER : state.watch().checked(now)) : Watch.from(now);
        with(state.provider(), next, reason);
        return Verdict.refused(reason);
    }

    private void with(Provider provider, Watch watch, @Nullable String reviewReason) {
        state = new PaymentState(
                status(),
                provider,
                state.balance(),
                watch,
                state.expiresAt(),
                state.paidAt(),
                state.surplus(),
                reviewReason,
                state.sequence(),
                state.moves());
    }

    private void move(PaymentStatus to, Cause cause, @Nullable String providerCode, Instant now) {
        PaymentTransitions.Edge edge = PaymentTransitions.edge(status(), to)
                .orElseThrow(() -> new IllegalStateException("no edge from " + status() + " to " + to));
        long number = state.moves() + 1;
        moves.add(new PaymentMove(number, status(), to, cause, providerCode, now));
        long told = edge.event() == null ? 0 : 1;
        if (edge.event() != null) {
            events.add(edge.event());
        }
        state = new PaymentState(
                to,
                state.provider(),
                state.balance(),
                state.watch(),
                state.expiresAt(),
                state.paidAt(),
                state.surplus(),
                state.reviewReason(),
                state.sequence() + told,
                number);
    }

    public PaymentOrigin origin() {
        return origin;
    }

    public PaymentState state() {
        return state;
    }

    public String id() {
        return origin.id();
    }

    public PaymentStatus status() {
        return state.status();
    }

    /** Moves made since it was created or restored, oldest first; cleared by the call. */
    public List<PaymentMove> takeMoves() {
        return drain(moves);
    }

    /** Types of events to tell since it was created or restored, oldest first; cleared by the call. */
    public List<String> takeEvents() {
        return drain(events);
    }

    private static <T> List<T> drain(List<T> list) {
        List<T> taken = List.copyOf(list);
        list.clear();
        return taken;
    }
}
