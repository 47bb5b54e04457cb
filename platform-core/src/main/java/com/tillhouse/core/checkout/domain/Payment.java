package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.review.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay a session, 1:1 with Antom's {@code paymentRequestId}. Its status moves only along {@link PaymentTransitions}; every
 * move is noted and told.
 */
public final class Payment {
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
        Balance balance = Balance.none(origin.amount().currency());
        return new Payment(
                origin, PaymentState.created(balance, Watch.afterOpeningCall(origin.createdAt()), expiresAt));
    }

    /** The payment as it was kept. */
    public static Payment restore(PaymentOrigin origin, PaymentState state) {
        return new Payment(origin, state);
    }

    /** Antom opened the page. Answers false when news overtook the answer and the payment has moved on; it keeps the page's address all the same. */
    public boolean open(String normalUrl, Instant expires, ProviderResult result, Instant now) {
        Provider provider = state.provider().page(normalUrl, result);
        if (status() != PaymentStatus.CREATED) {
            state = state.heard(provider, state.watch());
            return status().live();
        }
        state = state.heard(provider, Watch.from(now)).until(expires);
        move(PaymentStatus.OPEN, Cause.API, result.code(), now);
        return true;
    }

    /** Antom refused to open the page. Without effect when news overtook the answer. */
    public void decline(ProviderResult result, Instant now) {
        if (status() == PaymentStatus.CREATED) {
            state = state.heard(state.provider().said(result), Watch.OVER).canceling(null, Watch.OVER);
            move(PaymentStatus.FAILED, Cause.API, result.code(), now);
        }
    }

    /** Antom did not say whether the page was opened: no buyer goes there, but the payment stays watched. Without effect when news overtook. */
    public void abandon(@Nullable ProviderResult hint, Instant now) {
        if (status() == PaymentStatus.CREATED) {
            Provider provider =
                    hint == null ? state.provider() : state.provider().said(hint);
            state = state.heard(provider, Watch.from(now));
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
        if (hold().paid() && news.standing() == PaymentNews.Standing.PROCESSING || hold().endsUnderACapture(news)) {
            // Said before it was paid and heard after, or not the whole story yet: it decides nothing.
            state = state.heard(state.provider(), watchFor(news, now));
            return Verdict.UNCHANGED;
        }
        if (status() == PaymentStatus.CANCELED && news.standing() == PaymentNews.Standing.PAID) {
            return paidAfterCancel(news, now);
        }
        state = hold().told(news, now);
        PaymentStatus target = PaymentTarget.of(hold(), news, now);
        if (target == status()) {
            state = state.heard(state.provider().told(news), watchFor(news, now));
            if (news.standing() == PaymentNews.Standing.CANCELED) {
                state = state.canceling(null, Watch.OVER);
            }
            if (status() == PaymentStatus.PROCESSING
                    && state.watch().checks() >= RecoverySchedule.CHECKS_OF_EIGHT_DAYS) {
                review(state.review().found("processing_too_long", now));
            }
            return Verdict.UNCHANGED;
        }
        if (PaymentTransitions.edge(status(), target).isEmpty()) {
            return refuse("impossible_move_from_" + status() + "_to_" + target, news, now);
        }
        take(news, target, now);
        return Verdict.MOVED;
    }

    /**
     * Canceled stays canceled. Money that came all the same is surplus, to be given back. Of money that came before the cancel Antom may tell late;
     * only its answer to a question counts as money that is still here.
     */
    private Verdict paidAfterCancel(PaymentNews news, Instant now) {
        boolean known = state.balance().captured().positive() || state.authorization() != null;
        if (!known) {
            state = hold().received(news, now);
        }
        state = state.heard(state.provider().told(news), Watch.from(now));
        if (!state.surplus() && (!known || news.cause() == Cause.INQUIRY)) {
            markSurplus(now);
        }
        return Verdict.UNCHANGED;
    }

    /** Why it can't be cancelled now; empty when it can. The window is Antom's (see {@link CancelWindow}). */
    public CancelObstacle obstacleToCancel(Instant now) {
        return CancelObstacle.against(hold(), now);
    }

    /** A cancel is asked for and about to be sent; it stands until Antom's answer is clear. Asking again changes nothing but the count. */
    public void requestCancel(Cause cause, Instant now) {
        PendingCancel pending =
                state.pendingCancel() == null ? new PendingCancel(now, cause, 0) : state.pendingCancel();
        state = state.canceling(pending.triedAgain(), Watch.afterOpeningCall(now));
    }

    /** Antom refused the cancel for good: what was before goes on. Money that came twice must still be given back another way. */
    public void cancelRefused(ProviderResult result, Instant now) {
        Watch next = open() || surplusHere() ? Watch.from(now) : Watch.OVER;
        state = state.heard(state.provider().said(result), state.watch())
                .canceling(null, hold().capturable() ? Watch.hourly(now) : next);
    }

    /** A capture succeeded, and the figures say so already: the first one makes it paid. What had ended before is for a person. */
    public void captured(Captured capture, Instant now) {
        state = capture.last() ? state.closed() : state;
        if (status() == PaymentStatus.AUTHORIZED) {
            state = state.paid(state.balance(), capture.at()).reviewed();
            move(PaymentStatus.SUCCEEDED, capture.cause(), capture.providerCode(), now);
        } else if (status() != PaymentStatus.SUCCEEDED) {
            review("captured_although_" + status(), now);
        }
        state = state.heard(state.provider(), hold().capturable() || state.surplus() ? Watch.from(now) : Watch.OVER);
    }

    /** What its authorisation means now. */
    public Hold hold() {
        return new Hold(origin, state);
    }

    /** Antom gave no clear answer to the cancel: it stands and is repeated; after three times a person should know. */
    public void cancelUndetermined(@Nullable ProviderResult hint, Instant now) {
        PendingCancel pending = state.pendingCancel();
        if (pending == null) {
            return;
        }
        Provider provider = hint == null ? state.provider() : state.provider().said(hint);
        Watch next = new Watch(
                now.plus(RecoverySchedule.after(pending.tries())), state.watch().checks());
        state = state.heard(provider, next).canceling(pending, next);
        if (pending.tries() >= RecoverySchedule.TRIES_BEFORE_REVIEW) {
            review(state.review().found("cancel_undetermined", now));
        }
    }

    /** Nobody needs to look at it again, unless a cancel is still to be repeated or more of it can be captured. */
    public void settle() {
        if (state.pendingCancel() == null && !hold().capturable()) {
            state = state.heard(state.provider(), Watch.OVER);
        }
    }

    /** Marks a second success of one session; it is looked at soon, to be given back. */
    public void markSurplus(Instant now) {
        state = state.asSurplus();
        state = state.heard(state.provider(), Watch.from(now));
        events.add("payment.surplus_detected");
    }

    /** Has Antom asked about it soon, also when it is settled: for news that came but can't be applied. */
    public void askSoon(Instant now) {
        state = state.heard(state.provider(), Watch.from(now));
    }

    /** Notes that Antom could not be asked; it will be asked again, and after a day of it a person is told. */
    public void checkedInVain(Instant now) {
        state = state.heard(state.provider(), state.watch().checked(now));
        if (state.watch().checks() >= RecoverySchedule.CHECKS_OF_A_DAY) {
            review(state.review().found("antom_cannot_tell", now));
        }
    }

    /** A person must look; told once for each reason. */
    public void review(String reason, Instant now) {
        review(state.review().told(reason, now));
    }

    private void review(Review next) {
        if (!next.equals(state.review())) {
            state = state.inReview(next, true);
            events.add("payment.needs_review");
        }
    }

    /** A person looked: how the review stands from now on, and when Antom is asked next. */
    public void looked(Review next, Watch watch) {
        state = state.heard(state.provider(), watch).inReview(next, false);
    }

    private void take(PaymentNews news, PaymentStatus target, Instant now) {
        boolean stillOpen = target.live() || target == PaymentStatus.ABANDONED || target == PaymentStatus.AUTHORIZED;
        state = state.heard(state.provider().told(news), stillOpen ? Watch.from(now) : Watch.OVER)
                .reviewed();
        if (target == PaymentStatus.AUTHORIZED || target == PaymentStatus.SUCCEEDED) {
            state = hold().received(news, now);
        }
        if (!stillOpen && (target != PaymentStatus.SUCCEEDED || state.pendingCancel() == null)) {
            state = state.canceling(null, Watch.OVER);
        } else if (state.pendingCancel() != null) {
            state = state.canceling(state.pendingCancel(), Watch.from(now));
        }
        move(target, news.cause(), news.code(), now);
    }

    private Watch watchFor(PaymentNews news, Instant now) {
        if (state.watch().nextCheckAt() == null || news.cause() != Cause.INQUIRY) {
            return state.watch();
        }
        if (!unfinished()) {
            return Watch.OVER;
        }
        return hold().capturable() ? hold().nextLook(now) : state.watch().checked(now);
    }

    private boolean open() {
        return status().live() || status() == PaymentStatus.ABANDONED;
    }

    /** True while something is to be done about it: its end is not known, a cancel is to be repeated, or money that came twice waits to go back. */
    private boolean unfinished() {
        boolean toGiveBack = surplusHere() && state.watch().nextCheckAt() != null;
        return open() || hold().capturable() || state.pendingCancel() != null || toGiveBack;
    }

    /** True while money that should not have come may still be here. */
    public boolean surplusHere() {
        return state.surplus() && (hold().paid() || status() == PaymentStatus.CANCELED);
    }

    private Verdict refuse(String reason, PaymentNews news, Instant now) {
        boolean asked = news.cause() == Cause.INQUIRY;
        Watch next = asked ? (unfinished() ? state.watch().checked(now) : Watch.OVER) : Watch.from(now);
        state = state.heard(state.provider(), next);
        review(asked ? state.review().found(reason, now) : state.review().told(reason, now));
        return Verdict.refused(reason);
    }

    private void move(PaymentStatus to, Cause cause, @Nullable String providerCode, Instant now) {
        PaymentTransitions.Edge edge = PaymentTransitions.edge(status(), to)
                .orElseThrow(() -> new IllegalStateException("no edge from " + status() + " to " + to));
        moves.add(new PaymentMove(state.moves() + 1, status(), to, cause, providerCode, now));
        if (edge.event() != null) {
            events.add(edge.event());
        }
        state = state.moved(to, edge.event() != null);
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

    /** Who brought the news of its latest move, as far as it moved since it was created or restored. */
    public Cause lastCause() {
        return moves.isEmpty() ? Cause.API : moves.getLast().cause();
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
