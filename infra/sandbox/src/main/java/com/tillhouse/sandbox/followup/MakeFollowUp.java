package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PlannedEnd;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What refund and capture have in common: the request id is used once, the same request again gets the same result, and
 * money, result and notification are saved as one. A refusal is remembered too, except ORDER_STATUS_INVALID, since the
 * status may change.
 */
public final class MakeFollowUp {

    private final PaymentRepository payments;
    private final FollowUpNotices notices;
    private final InstantSource clock;
    private final FollowUpIds ids = new FollowUpIds();

    public MakeFollowUp(PaymentRepository payments, FollowUpNotices notices, InstantSource clock) {
        this.payments = payments;
        this.notices = notices;
        this.clock = clock;
    }

    /** A refund or capture with its payment. */
    public record Made(Payment payment, FollowUp followUp) {}

    /** @throws RefusedException with Antom's code, if nothing came of it */
    Made make(FollowUpRequest request, @Nullable Fault fault) {
        Payment known = payments.findByFollowUp(request.key()).orElse(null);
        if (known != null) {
            return made(known, request);
        }
        Payment payment = payments.findByPaymentId(request.paymentId())
                .filter(found -> found.clientId().equals(request.key().clientId()))
                .orElseThrow(() -> refused(unknownPayment(request.key().kind())));
        return made(
                payments.change(payment.key(), request.key(), current -> changed(current, request, fault)), request);
    }

    /**
     * A refund that nobody asked for through the API.
     *
     * @throws RefusedException with Antom's code
     */
    Made makeForeign(Payment payment, FollowUpRequest request) {
        Payment changed = payments.change(payment.key(), request.key(), current -> {
            Instant now = clock.instant();
            ResultCode refusal = RefundRules.refusal(current, request.amount(), now);
            if (refusal != null) {
                throw refused(refusal);
            }
            return notices.told(current, begun(request, true, now), now);
        });
        return made(changed, request);
    }

    String foreignRequestId() {
        return ids.foreignRequestId();
    }

    private Payment changed(Payment payment, FollowUpRequest request, @Nullable Fault fault) {
        if (payment.followUp(request.key().kind(), request.key().requestId()).isPresent()) {
            return payment;
        }
        Instant now = clock.instant();
        FollowUp begun = begun(request, false, now);
        ResultCode refusal = refusal(payment, request, fault, now);
        if (refusal == ResultCode.ORDER_STATUS_INVALID) {
            throw refused(refusal);
        }
        if (refusal != null) {
            return payment.with(begun.refused(refusal, now));
        }
        if (fault != null && fault.kind().leavesOpen()) {
            PlannedEnd end =
                    new PlannedEnd(now.plus(fault.delay()), fault.kind().endsWell());
            return payment.with(begun.processing(inProcess(begun.kind()), end));
        }
        return notices.told(payment, begun, now);
    }

    private FollowUp begun(FollowUpRequest request, boolean external, Instant now) {
        FollowUpKind kind = request.key().kind();
        return new FollowUp(
                kind,
                request.key().requestId(),
                ids.next(kind, now),
                request.amount(),
                FollowUpStatus.SUCCESS,
                ResultCode.SUCCESS,
                now,
                now,
                null,
                request.notifyUrl(),
                request.last(),
                external);
    }

    private static @Nullable ResultCode refusal(
            Payment payment, FollowUpRequest request, @Nullable Fault fault, Instant now) {
        ResultCode wanted = fault == null ? null : fault.refusal();
        if (wanted != null) {
            return wanted;
        }
        return request.key().kind() == FollowUpKind.REFUND
                ? RefundRules.refusal(payment, request.amount(), now)
                : CaptureRules.refusal(payment, request.amount(), now);
    }

    /** The id may have been used for another payment or another amount, now or long ago. */
    private static Made made(Payment payment, FollowUpRequest request) {
        FollowUp made = payment.followUp(request.key().kind(), request.key().requestId())
                .filter(each -> each.amount().equals(request.amount()))
                .filter(each -> payment.paymentId().equals(request.paymentId()))
                .orElseThrow(() -> new RefusedException(
                        ResultCode.REPEAT_REQ_INCONSISTENT,
                        "The request id " + request.key().requestId()
                                + " was used with another amount or another payment."));
        return new Made(payment, made);
    }

    private static ResultCode unknownPayment(FollowUpKind kind) {
        return kind == FollowUpKind.REFUND ? ResultCode.ORDER_NOT_EXIST : ResultCode.AUTH_NOT_FOUND;
    }

    private static ResultCode inProcess(FollowUpKind kind) {
        return kind == FollowUpKind.REFUND ? ResultCode.REFUND_IN_PROCESS : ResultCode.CAPTURE_IN_PROCESS;
    }

    private static RefusedException refused(ResultCode code) {
        return new RefusedException(code, code.message());
    }
}
