package com.tillhouse.core.refund.domain;

import com.tillhouse.core.checkout.domain.RecoverySchedule;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.review.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a buyer, 1:1 with Antom's {@code refundRequestId}. Moves only along {@link RefundTransitions}; an unclear answer
 * keeps it processing and its reservation held.
 */
public final class Refund {
    private final RefundOrigin origin;
    private RefundState state;
    private final List<RefundMove> moves = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    private Refund(RefundOrigin origin, RefundState state) {
        this.origin = origin;
        this.state = state;
    }

    /** A refund whose amount has been reserved and that Antom has not heard of. */
    public static Refund request(RefundOrigin origin) {
        Refund refund = new Refund(
                origin,
                new RefundState(
                        RefundStatus.PROCESSING,
                        PendingReason.NOT_SENT,
                        null,
                        null,
                        Watch.afterOpeningCall(origin.createdAt()),
                        null,
                        null,
                        Review.NONE,
                        1,
                        0));
        refund.events.add("refund.created");
        return refund;
    }

    /** A refund that somebody made elsewhere, as Antom tells of it; processing until its news is applied. */
    public static Refund external(RefundOrigin origin) {
        return request(origin);
    }

    /** The refund as it was kept. */
    public static Refund restore(RefundOrigin origin, RefundState state) {
        return new Refund(origin, state);
    }

    /** Applies what Antom said. The status moves along the table or not at all. */
    public Verdict apply(RefundNews news, Instant now) {
        if (news.amount() != null && !news.amount().equals(origin.amount())) {
            return refuse("amount_mismatch", news, now);
        }
        return switch (news.standing()) {
            case SUCCEEDED -> settle(RefundStatus.SUCCEEDED, news, now);
            case FAILED -> settle(RefundStatus.FAILED, news, now);
            case IN_PROCESS -> wait(PendingReason.IN_PROCESS, news, now);
            case UNKNOWN_THERE -> wait(PendingReason.NOT_SENT, news, now);
        };
    }

    /** Antom gave no answer that can be relied on: the reservation stays, the same request goes out again. */
    public void undetermined(@Nullable ProviderResult hint, Instant now) {
        if (state.status() == RefundStatus.PROCESSING) {
            PendingReason reason = state.pendingReason() == PendingReason.IN_PROCESS
                    ? PendingReason.IN_PROCESS
                    : PendingReason.UNDETERMINED;
            keepWaiting(reason, state.providerRefundId(), hint == null ? state.last() : hint, now);
        } else if (state.watch().nextCheckAt() != null) {
            watch(state.watch().checked(now));
        }
    }

    /** Has Antom asked about it soon, also when it is settled: for news that came but can't be applied. */
    public void askSoon(Instant now) {
        watch(Watch.from(now));
    }

    private void watch(Watch next) {
        state = state.watched(next);
    }

    /** What is settled and was asked about again says the same: nobody needs to look again. */
    private Verdict known(RefundNews news) {
        if (news.cause() == Cause.INQUIRY) {
            watch(Watch.OVER);
        }
        return Verdict.UNCHANGED;
    }

    private Verdict settle(RefundStatus target, RefundNews news, Instant now) {
        if (state.status() == target) {
            return known(news);
        }
        boolean asked = news.cause() == Cause.INQUIRY || news.cause() == Cause.REPORT;
        if (state.status() == RefundStatus.SUCCEEDED && asked) {
            return returned(news, now);
        }
        var edge = RefundTransitions.edge(state.status(), target);
        if (edge.isEmpty()) {
            return refuse("impossible_move_from_" + state.status() + "_to_" + target, news, now);
        }
        long number = state.moves() + 1;
        ProviderResult result = news.result();
        moves.add(new RefundMove(
                number, state.status(), target, news.cause(), result == null ? null : result.code(), now));
        events.add(edge.get().event());
        Instant at = news.at() == null ? now : news.at();
        state = new RefundState(
                target, null, idFrom(news), result, Watch.OVER, at, null, Review.NONE, state.sequence() + 1, number);
        return Verdict.MOVED;
    }

    /**
     * Antom answers, or its report says, that what had succeeded came back: the buyer has no money, the merchant has it again. It stays counted, so
     * that nobody gives it away by mistake; a person finds another way to the buyer.
     */
    private Verdict returned(RefundNews news, Instant now) {
        if (state.returnedAt() == null) {
            state = state.returned(news.at() == null ? now : news.at());
        }
        watch(Watch.OVER);
        review(state.review().found("refund_returned", now));
        return Verdict.UNCHANGED;
    }

    private Verdict wait(PendingReason reason, RefundNews news, Instant now) {
        if (state.status() != RefundStatus.PROCESSING) {
            return reason == PendingReason.IN_PROCESS ? known(news) : refuse("unknown_at_antom", news, now);
        }
        keepWaiting(reason, idFrom(news), news.result(), now);
        return Verdict.UNCHANGED;
    }

    private void keepWaiting(
            PendingReason reason, @Nullable String providerRefundId, @Nullable ProviderResult last, Instant now) {
        Watch next = state.watch().checked(now);
        boolean longEnough = reason == PendingReason.IN_PROCESS
                ? next.checks() >= RecoverySchedule.CHECKS_OF_EIGHT_DAYS
                : next.checks() >= RecoverySchedule.CHECKS_OF_A_DAY;
        state = new RefundState(
                state.status(),
                reason,
                providerRefundId,
                last,
                next,
                null,
                null,
                state.review(),
                state.sequence(),
                state.moves());
        if (longEnough) {
            review(state.review().found("antom_cannot_tell", now));
        }
    }

    private Verdict refuse(String reason, RefundNews news, Instant now) {
        boolean asked = news.cause() == Cause.INQUIRY;
        boolean settled = state.status() != RefundStatus.PROCESSING;
        Watch next = asked ? (settled ? Watch.OVER : state.watch().checked(now)) : Watch.from(now);
        state = state.watched(next);
        review(asked ? state.review().found(reason, now) : state.review().told(reason, now));
        return Verdict.refused(reason);
    }

    /** A person must look; told once for each reason. */
    private void review(Review next) {
        if (!next.equals(state.review())) {
            state = state.inReview(next, true);
            events.add("refund.needs_review");
        }
    }

    /** A person looked: how the review stands from now on, and when Antom is asked next. */
    public void looked(Review next, Watch after) {
        watch(after);
        state = state.inReview(next, false);
    }

    private @Nullable String idFrom(RefundNews news) {
        return news.providerRefundId() != null ? news.providerRefundId() : state.providerRefundId();
    }

    public RefundOrigin origin() {
        return origin;
    }

    public RefundState state() {
        return state;
    }

    public String id() {
        return origin.id();
    }

    public RefundStatus status() {
        return state.status();
    }

    /** Moves made since it was made or restored, oldest first; cleared by the call. */
    public List<RefundMove> takeMoves() {
        List<RefundMove> taken = List.copyOf(moves);
        moves.clear();
        return taken;
    }

    /** Types of events to tell since it was made or restored, oldest first; cleared by the call. */
    public List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
