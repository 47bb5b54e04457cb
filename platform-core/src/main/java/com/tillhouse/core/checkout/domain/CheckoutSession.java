package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.shared.RandomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a merchant opens for one order; has one or more payments. OPEN → COMPLETED | EXPIRED | CANCELED. */
public final class CheckoutSession {
    /** An attempt lives at most this long at Antom (createPaymentSession: paymentSessionExpiryTime). */
    public static final Duration LONGEST_ATTEMPT = Duration.ofHours(1);

    /** A session that ends this little earlier than the longest attempt is not worth a shorter one; Antom's clock may differ by as much. */
    private static final Duration NOT_WORTH_IT = Duration.ofMinutes(1);

    private final SessionOrigin origin;
    private SessionStatus status;
    private long sequence;
    private final List<SessionMove> moves = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    private CheckoutSession(SessionOrigin origin, SessionStatus status, long sequence) {
        this.origin = origin;
        this.status = status;
        this.sequence = sequence;
    }

    /** A new, open session. */
    public static CheckoutSession open(SessionOrigin origin) {
        return new CheckoutSession(origin, SessionStatus.OPEN, 0);
    }

    /** The session as it was kept. */
    public static CheckoutSession restore(SessionOrigin origin, SessionStatus status, long sequence) {
        return new CheckoutSession(origin, status, sequence);
    }

    /** The next attempt to pay it, through this gateway account. */
    public Payment attempt(String gatewayAccountId, Instant now) {
        return attempt(RandomId.withPrefix("pay_"), gatewayAccountId, now);
    }

    /** The same under an id that was chosen before. */
    public Payment attempt(String paymentId, String gatewayAccountId, Instant now) {
        Instant longest = now.plus(LONGEST_ATTEMPT);
        Instant expires = origin.expiresAt().isBefore(longest.minus(NOT_WORTH_IT)) ? origin.expiresAt() : longest;
        return Payment.create(
                new PaymentOrigin(
                        origin.tenant(),
                        paymentId,
                        origin.id(),
                        gatewayAccountId,
                        origin.mode(),
                        origin.amount(),
                        origin.details().page().captures(),
                        now),
                expires);
    }

    /** Draws the consequence of one of its payments having moved. A success or an authorisation completes it; one more is surplus. */
    public void follow(Payment payment, Cause cause, Instant now) {
        switch (payment.status()) {
            case AUTHORIZED -> complete(payment, cause, now);
            case SUCCEEDED -> {
                if (payment.state().authorization() == null) {
                    complete(payment, cause, now);
                }
            }
            case EXPIRED -> {
                if (!origin.expiresAt().isAfter(payment.state().expiresAt())) {
                    move(SessionStatus.EXPIRED, cause, now);
                } else {
                    expireIfOver(cause, now);
                }
            }
            default -> expireIfOver(cause, now);
        }
    }

    /** The buyer has done their part. What is captured later completed its session when it was authorised. */
    private void complete(Payment payment, Cause cause, Instant now) {
        if (status == SessionStatus.COMPLETED) {
            payment.markSurplus(now);
        } else {
            move(SessionStatus.COMPLETED, cause, now);
        }
    }

    /** Ends an open session whose time is over. */
    public void expireIfOver(Cause cause, Instant now) {
        if (!now.isBefore(origin.expiresAt())) {
            move(SessionStatus.EXPIRED, cause, now);
        }
    }

    /** Ends it before its time, because its merchant said so. Without effect when it has ended already. */
    public void expireNow(Instant now) {
        move(SessionStatus.EXPIRED, Cause.API, now);
    }

    /** True while it can still be paid. */
    public boolean open() {
        return status == SessionStatus.OPEN;
    }

    /** Moves along the table, or not at all: what has ended stays as it ended. */
    private void move(SessionStatus to, Cause cause, Instant now) {
        SessionTransitions.edge(status, to).ifPresent(edge -> {
            sequence++;
            moves.add(new SessionMove(sequence, status, to, cause, now));
            events.add(edge.event());
            status = to;
        });
    }

    public SessionOrigin origin() {
        return origin;
    }

    public SessionStatus status() {
        return status;
    }

    /** Events told so far. */
    public long sequence() {
        return sequence;
    }

    /** Moves made since it was opened or restored; cleared by the call. */
    public List<SessionMove> takeMoves() {
        List<SessionMove> taken = List.copyOf(moves);
        moves.clear();
        return taken;
    }

    /** Types of events to tell since it was opened or restored; cleared by the call. */
    public List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
