package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an authorised payment can be captured: for seven days, and never more than was authorised. */
public final class CaptureRules {

    private static final Duration AUTHORISATION = Duration.ofDays(7);

    private CaptureRules() {}

    /** The end of an authorisation, for a payment that was authorised at this moment. */
    public static Instant expiry(Instant authorised) {
        return authorised.plus(AUTHORISATION);
    }

    /** Antom's code, or null if the capture can be made. */
    static @Nullable ResultCode refusal(Payment payment, Amount wanted, Instant now) {
        if (!payment.request().capturesByHand()) {
            return ResultCode.AUTH_NOT_FOUND;
        }
        Instant authorised = payment.state().paymentTime();
        if (payment.state().status() == PaymentStatus.CANCELLED) {
            return authorised == null ? ResultCode.ORDER_IS_CANCELED : ResultCode.AUTH_CANCELLED;
        }
        if (payment.state().status() != PaymentStatus.SUCCESS) {
            return ResultCode.ORDER_STATUS_INVALID;
        }
        if (!wanted.currency().equals(payment.request().amount().currency())) {
            return ResultCode.CURRENCY_NOT_SUPPORT;
        }
        if (!now.isBefore(expiry(Objects.requireNonNull(authorised)))) {
            return ResultCode.AUTH_EXPIRED;
        }
        return refusalByAmount(payment, wanted.units());
    }

    private static @Nullable ResultCode refusalByAmount(Payment payment, long wanted) {
        List<FollowUp> before = payment.followUps(FollowUpKind.CAPTURE)
                .filter(each -> each.status() != FollowUpStatus.FAIL)
                .toList();
        boolean several = MethodRules.takesSeveralCaptures(payment.state().paymentMethodType());
        boolean closed = before.stream().anyMatch(FollowUp::last) || !several && !before.isEmpty();
        if (closed) {
            return ResultCode.MULTI_CAPTURE_NOT_SUPPORTED;
        }
        boolean exceeds = wanted + payment.sum(FollowUpKind.CAPTURE)
                > payment.request().amount().units();
        return exceeds ? ResultCode.CAPTURE_AMOUNT_EXCEED_AUTH_LIMIT : null;
    }
}
