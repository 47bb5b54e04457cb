package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When money can be given back: paid, captured, not cancelled, inside a year, and never more than was received. */
final class RefundRules {

    private static final Duration WINDOW = Duration.ofDays(365);

    private RefundRules() {}

    /** Antom's code, or null if the refund can be made. */
    static @Nullable ResultCode refusal(Payment payment, Amount wanted, Instant now) {
        PaymentStatus status = payment.state().status();
        if (status == PaymentStatus.CANCELLED) {
            return ResultCode.ORDER_IS_CANCELED;
        }
        if (status == PaymentStatus.EXPIRED) {
            return ResultCode.ORDER_IS_CLOSED;
        }
        if (status != PaymentStatus.SUCCESS || payment.received() == 0) {
            return ResultCode.ORDER_STATUS_INVALID;
        }
        if (!wanted.currency().equals(payment.request().amount().currency())) {
            return ResultCode.CURRENCY_NOT_SUPPORT;
        }
        Instant paid = Objects.requireNonNull(payment.state().paymentTime());
        if (!now.isBefore(paid.plus(WINDOW))) {
            return ResultCode.REFUND_WINDOW_EXCEED;
        }
        return refusalByAmount(payment, wanted.units());
    }

    private static @Nullable ResultCode refusalByAmount(Payment payment, long wanted) {
        String method = payment.state().paymentMethodType();
        if (MethodRules.takesNoRefund(method)) {
            return ResultCode.REFUND_NOT_SUPPORTED;
        }
        if (wanted == 0 || wanted + payment.sum(FollowUpKind.REFUND) > payment.received()) {
            return ResultCode.REFUND_AMOUNT_EXCEED;
        }
        if (MethodRules.takesOnlyWholeRefunds(method) && wanted != payment.received()) {
            return ResultCode.PARTIAL_REFUND_NOT_SUPPORTED;
        }
        boolean another = payment.followUps(FollowUpKind.REFUND).anyMatch(each -> each.status() != FollowUpStatus.FAIL);
        return MethodRules.takesOnlyOneRefund(method) && another ? ResultCode.MULTIPLE_REFUNDS_NOT_SUPPORTED : null;
    }
}
