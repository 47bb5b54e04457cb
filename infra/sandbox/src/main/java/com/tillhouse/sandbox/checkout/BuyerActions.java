package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.fault.FaultPoint;
import com.tillhouse.sandbox.fault.FaultSource;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentKey;
import com.tillhouse.sandbox.payment.PaymentNotices;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PaymentState;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.payment.PaymentTransitions;
import com.tillhouse.sandbox.payment.PlannedEnd;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a buyer can do to a session, on the page or through the control API, and what time does to it. */
public final class BuyerActions {

    private static final String ANY_METHOD = "CARD";

    private final PaymentRepository payments;
    private final PaymentNotices notices;
    private final FaultSource faults;
    private final SwitchStore switches;
    private final InstantSource clock;

    public BuyerActions(
            PaymentRepository payments,
            PaymentNotices notices,
            FaultSource faults,
            SwitchStore switches,
            InstantSource clock) {
        this.payments = payments;
        this.notices = notices;
        this.faults = faults;
        this.switches = switches;
        this.clock = clock;
    }

    /**
     * The buyer pays; a fault or a magic amount may make something else of it, but only of the first click.
     *
     * @throws PaymentStateException if the payment can't be paid
     */
    public Payment pay(PaymentKey key, @Nullable String method) {
        Payment payment = payments.find(key).orElseThrow();
        PaymentStatus status = payment.state().status();
        boolean clicks = status == PaymentStatus.OPEN || status == PaymentStatus.FAIL;
        Fault fault = clicks ? faults.take(point(payment)).orElse(null) : null;
        if (fault == null) {
            return act(key, succeeded(method));
        }
        return fault.kind() == FaultKind.DECLINE ? decline(key, method) : pendUntil(key, method, fault);
    }

    /** The buyer pays if the session is still open; nothing if it is not, or no longer. */
    public Optional<Payment> payIfOpen(PaymentKey key) {
        boolean open = payments.find(key).orElseThrow().state().status() == PaymentStatus.OPEN;
        try {
            return open ? Optional.of(pay(key, null)) : Optional.empty();
        } catch (PaymentStateException overtaken) {
            return Optional.empty();
        }
    }

    public Payment decline(PaymentKey key, @Nullable String method) {
        return act(key, failed(method));
    }

    public Payment pend(PaymentKey key, @Nullable String method) {
        return act(key, new Step(PaymentStatus.PENDING, ResultCode.PAYMENT_IN_PROCESS, method, null));
    }

    /** Ends the session now, as if its time were over. */
    public Payment expire(PaymentKey key) {
        return payments.change(key, payment -> {
            refuseUnlessAllowed(payment, PaymentStatus.EXPIRED);
            return expired(payment, clock.instant());
        });
    }

    /** The session's time is over; a buyer who has acted already keeps what came of it. */
    void timeOut(PaymentKey key) {
        payments.change(key, payment -> {
            Instant now = clock.instant();
            boolean expires = payment.state().status() == PaymentStatus.OPEN && payment.isOver(now);
            return expires ? expired(payment, now) : payment;
        });
    }

    /** The provider confirms a pending payment, as it was planned. */
    void confirm(PaymentKey key) {
        payments.change(key, payment -> {
            Instant now = clock.instant();
            PlannedEnd end = payment.state().plannedEnd();
            boolean pending = payment.state().status() == PaymentStatus.PENDING;
            if (!pending || end == null || end.due().isAfter(now)) {
                return payment;
            }
            return told(payment, end.success() ? succeeded(null) : failed(null), now);
        });
    }

    private Payment pendUntil(PaymentKey key, @Nullable String method, Fault fault) {
        PlannedEnd end =
                new PlannedEnd(clock.instant().plus(fault.delay()), fault.kind().endsWell());
        return act(key, new Step(PaymentStatus.PENDING, ResultCode.PAYMENT_IN_PROCESS, method, end));
    }

    private static FaultPoint point(Payment payment) {
        String id = payment.request().paymentRequestId();
        return new FaultPoint(Api.PAY, id, id, payment.request().amount());
    }

    private static Step succeeded(@Nullable String method) {
        return new Step(PaymentStatus.SUCCESS, ResultCode.SUCCESS, method, null);
    }

    private Step failed(@Nullable String method) {
        return new Step(PaymentStatus.FAIL, switches.current().declineCode().code(), method, null);
    }

    private Payment act(PaymentKey key, Step step) {
        return payments.change(key, payment -> {
            Instant now = clock.instant();
            refuseUnlessAllowed(payment, step.to);
            if (payment.isOver(now) && payment.state().status() != PaymentStatus.PENDING) {
                throw new PaymentStateException(
                        payment, "its session expired at " + payment.session().expiresAt());
            }
            return told(payment, step, now);
        });
    }

    private Payment told(Payment payment, Step step, Instant now) {
        Payment moved = payment.in(step.from(payment, now));
        return notices.about(moved, now).map(moved::telling).orElse(moved);
    }

    private Payment expired(Payment payment, Instant now) {
        Step step = new Step(PaymentStatus.EXPIRED, ResultCode.ORDER_IS_CLOSED, null, null);
        return switches.current().expiryNotification() ? told(payment, step, now) : payment.in(step.from(payment, now));
    }

    private void refuseUnlessAllowed(Payment payment, PaymentStatus to) {
        PaymentStatus from = payment.state().status();
        if (!PaymentTransitions.allows(from, to, switches.current().severalAttempts())) {
            throw new PaymentStateException(payment, "it is " + from + " and can't become " + to);
        }
    }

    private record Step(
            PaymentStatus to,
            ResultCode code,
            @Nullable String method,
            @Nullable PlannedEnd end) {

        PaymentState from(Payment payment, Instant now) {
            PaymentState before = payment.state();
            boolean byBuyer = to != PaymentStatus.EXPIRED;
            return new PaymentState(
                    to,
                    code.name(),
                    to == PaymentStatus.SUCCESS ? "success" : code.message(),
                    byBuyer ? chosen(payment) : before.paymentMethodType(),
                    before.createTime() == null ? now : before.createTime(),
                    to == PaymentStatus.SUCCESS ? now : null,
                    null,
                    end);
        }

        private String chosen(Payment payment) {
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
    }
}
