package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a buyer can do to a session, on the page or through the control API. */
public final class BuyerActions {

    private static final String ANY_METHOD = "CARD";

    private final PaymentRepository payments;
    private final PaymentNotices notices;
    private final NotificationWorker deliveries;
    private final SwitchStore switches;
    private final InstantSource clock;

    public BuyerActions(
            PaymentRepository payments,
            PaymentNotices notices,
            NotificationWorker deliveries,
            SwitchStore switches,
            InstantSource clock) {
        this.payments = payments;
        this.notices = notices;
        this.deliveries = deliveries;
        this.switches = switches;
        this.clock = clock;
    }

    public Payment pay(PaymentKey key, @Nullable String method) {
        return act(key, PaymentStatus.SUCCESS, ResultCode.SUCCESS, method);
    }

    public Payment decline(PaymentKey key, @Nullable String method) {
        return act(key, PaymentStatus.FAIL, switches.current().declineCode().code(), method);
    }

    public Payment pend(PaymentKey key, @Nullable String method) {
        return act(key, PaymentStatus.PENDING, ResultCode.PAYMENT_IN_PROCESS, method);
    }

    /** Ends the session now, as if its time were over. */
    public Payment expire(PaymentKey key) {
        return tell(payments.change(key, payment -> {
            refuseUnlessAllowed(payment, PaymentStatus.EXPIRED);
            return expired(payment, clock.instant());
        }));
    }

    /** The session's time is over; a buyer who has acted already keeps what came of it. */
    void timeOut(PaymentKey key) {
        tell(payments.change(key, payment -> {
            Instant now = clock.instant();
            boolean expires = payment.state().status() == PaymentStatus.OPEN && payment.isOver(now);
            return expires ? expired(payment, now) : payment;
        }));
    }

    private Payment act(PaymentKey key, PaymentStatus to, ResultCode code, @Nullable String method) {
        return tell(payments.change(key, payment -> {
            Instant now = clock.instant();
            refuseUnlessAllowed(payment, to);
            if (payment.isOver(now) && payment.state().status() != PaymentStatus.PENDING) {
                throw new PaymentStateException(
                        payment, "its session expired at " + payment.session().expiresAt());
            }
            Payment moved = payment.in(moved(payment, to, code, method, now));
            return notices.about(moved, now).map(moved::telling).orElse(moved);
        }));
    }

    private Payment expired(Payment payment, Instant now) {
        Payment expired = payment.in(moved(payment, PaymentStatus.EXPIRED, ResultCode.ORDER_IS_CLOSED, null, now));
        if (!switches.current().expiryNotification()) {
            return expired;
        }
        return notices.about(expired, now).map(expired::telling).orElse(expired);
    }

    private void refuseUnlessAllowed(Payment payment, PaymentStatus to) {
        PaymentStatus from = payment.state().status();
        if (!PaymentTransitions.allows(from, to, switches.current().severalAttempts())) {
            throw new PaymentStateException(payment, "it is " + from + " and can't become " + to);
        }
    }

    private static PaymentState moved(
            Payment payment, PaymentStatus to, ResultCode code, @Nullable String method, Instant now) {
        PaymentState before = payment.state();
        boolean byBuyer = to != PaymentStatus.EXPIRED;
        return new PaymentState(
                to,
                code.name(),
                to == PaymentStatus.SUCCESS ? "success" : code.message(),
                byBuyer ? chosen(payment, method) : before.paymentMethodType(),
                before.createTime() == null ? now : before.createTime(),
                to == PaymentStatus.SUCCESS ? now : null);
    }

    private static String chosen(Payment payment, @Nullable String method) {
        if (method != null && !method.isBlank()) {
            return method;
        }
        String before = payment.state().paymentMethodType();
        if (before != null) {
            return before;
        }
        return payment.request().methodTypes().isEmpty()
                ? ANY_METHOD
                : payment.request().methodTypes().getFirst();
    }

    private Payment tell(Payment payment) {
        deliveries.watch(payment);
        return payment;
    }
}
