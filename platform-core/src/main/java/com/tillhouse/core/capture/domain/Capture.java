package com.tillhouse.core.capture.domain;

import com.tillhouse.core.checkout.domain.RecoverySchedule;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money taken of an authorised payment, 1:1 with Antom's {@code captureRequestId}. Moves only along {@link CaptureTransitions}; an unclear answer
 * keeps it processing and its amount spoken for.
 */
public final class Capture {
    private final CaptureOrigin origin;
    private CaptureState state;
    private final List<CaptureMove> moves = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    private Capture(CaptureOrigin origin, CaptureState state) {
        this.origin = origin;
        this.state = state;
    }

    /** A capture whose amount is spoken for and that Antom has not heard of. */
    public static Capture request(CaptureOrigin origin) {
        return new Capture(origin, CaptureState.notSent(Watch.afterOpeningCall(origin.createdAt())));
    }

    /** The capture as it was kept. */
    public static Capture restore(CaptureOrigin origin, CaptureState state) {
        return new Capture(origin, state);
    }

    /** Applies what Antom said. The status moves along the table or not at all. */
    public Verdict apply(CaptureNews news, Instant now) {
        if (news.amount() != null && !news.amount().equals(origin.amount())) {
            return refuse("amount_mismatch", news, now);
        }
        return switch (news.standing()) {
            case SUCCEEDED -> settle(CaptureStatus.SUCCEEDED, news, now);
            case FAILED -> settle(CaptureStatus.FAILED, news, now);
            case IN_PROCESS -> wait(PendingReason.IN_PROCESS, news, now);
            case UNKNOWN_THERE -> wait(PendingReason.NOT_SENT, news, now);
        };
    }

    /** Antom gave no answer that can be relied on: the amount stays spoken for, the same request goes out again. */
    public void undetermined(@Nullable ProviderResult hint, Instant now) {
        if (processing()) {
            PendingReason reason = state.pendingReason() == PendingReason.IN_PROCESS
                    ? PendingReason.IN_PROCESS
                    : PendingReason.UNDETERMINED;
            keepWaiting(reason, state.providerCaptureId(), hint == null ? state.last() : hint, now);
        } else if (state.watch().nextCheckAt() != null) {
            state = state.watched(state.watch().checked(now));
        }
    }

    /** Has Antom asked about it soon, also when it is settled: for news that came but can't be applied. */
    public void askSoon(Instant now) {
        state = state.watched(Watch.from(now));
    }

    private Verdict settle(CaptureStatus target, CaptureNews news, Instant now) {
        if (state.status() == target) {
            return known(news);
        }
        var edge = CaptureTransitions.edge(state.status(), target);
        if (edge.isEmpty()) {
            return refuse("impossible_move_from_" + state.status() + "_to_" + target, news, now);
        }
        moves.add(new CaptureMove(
                state.moves() + 1,
                state.status(),
                target,
                news.cause(),
                news.result().code(),
                now));
        events.add(edge.get().event());
        state = state.settled(target, idFrom(news), news.result(), news.at() == null ? now : news.at());
        return Verdict.MOVED;
    }

    /** What is settled and was asked about again says the same: nobody needs to look again. */
    private Verdict known(CaptureNews news) {
        if (news.cause() == Cause.INQUIRY) {
            state = state.watched(Watch.OVER);
        }
        return Verdict.UNCHANGED;
    }

    private Verdict wait(PendingReason reason, CaptureNews news, Instant now) {
        if (!processing()) {
            return contradicts(reason) ? refuse("unknown_at_antom", news, now) : known(news);
        }
        keepWaiting(reason, idFrom(news), news.result(), now);
        return Verdict.UNCHANGED;
    }

    /** Antom holds no capture that it refused. */
    private boolean contradicts(PendingReason reason) {
        return reason == PendingReason.NOT_SENT && state.status() == CaptureStatus.SUCCEEDED;
    }

    private void keepWaiting(
            PendingReason reason, @Nullable String providerCaptureId, @Nullable ProviderResult last, Instant now) {
        Watch next = state.watch().checked(now);
        state = state.waiting(reason, providerCaptureId, last, next);
        int longEnough = reason == PendingReason.IN_PROCESS
                ? RecoverySchedule.CHECKS_OF_EIGHT_DAYS
                : RecoverySchedule.CHECKS_OF_A_DAY;
        if (next.checks() >= longEnough) {
            state = state.inReview("antom_cannot_tell");
        }
    }

    private Verdict refuse(String reason, CaptureNews news, Instant now) {
        boolean asked = news.cause() == Cause.INQUIRY;
        Watch again = processing() ? state.watch().checked(now) : Watch.OVER;
        state = state.watched(asked ? again : Watch.from(now)).inReview(reason);
        return Verdict.refused(reason);
    }

    private boolean processing() {
        return state.status() == CaptureStatus.PROCESSING;
    }

    private @Nullable String idFrom(CaptureNews news) {
        return news.providerCaptureId() != null ? news.providerCaptureId() : state.providerCaptureId();
    }

    public CaptureOrigin origin() {
        return origin;
    }

    public CaptureState state() {
        return state;
    }

    public String id() {
        return origin.id();
    }

    public CaptureStatus status() {
        return state.status();
    }

    /** Its latest move since it was made or restored and before {@link #takeMoves}. */
    public Optional<CaptureMove> lastMove() {
        return moves.isEmpty() ? Optional.empty() : Optional.of(moves.getLast());
    }

    /** Moves made since it was made or restored, oldest first; cleared by the call. */
    public List<CaptureMove> takeMoves() {
        List<CaptureMove> taken = List.copyOf(moves);
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
