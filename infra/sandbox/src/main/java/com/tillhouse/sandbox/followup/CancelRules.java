package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.Switches;
import com.tillhouse.sandbox.settings.Switches.CancelAfterFailure;
import com.tillhouse.sandbox.settings.Switches.CancelBeforeAction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a payment can be cancelled: before it is paid, and in the window of its method after that. */
final class CancelRules {

    private static final Duration LONG_WINDOW = Duration.ofDays(7);
    private static final LocalTime END_OF_WINDOW = LocalTime.of(0, 15);

    private CancelRules() {}

    /** Antom's code, or null if the payment can be cancelled or is cancelled already. */
    static @Nullable ResultCode refusal(Payment payment, Switches switches, Instant now) {
        return switch (payment.state().status()) {
            case OPEN ->
                switches.cancelBeforeAction() == CancelBeforeAction.CANCELLED ? null : ResultCode.ORDER_NOT_EXIST;
            case PENDING ->
                MethodRules.isNeverCancelled(payment.state().paymentMethodType())
                        ? ResultCode.PAYMENT_METHOD_NOT_SUPPORTED
                        : null;
            case SUCCESS -> refusalOfPaid(payment, now);
            case FAIL, EXPIRED ->
                switches.cancelAfterFailure() == CancelAfterFailure.CANCELLED ? null : ResultCode.ORDER_STATUS_INVALID;
            case CANCELLED -> null;
        };
    }

    private static @Nullable ResultCode refusalOfPaid(Payment payment, Instant now) {
        String method = payment.state().paymentMethodType();
        if (payment.sum(FollowUpKind.REFUND) > 0) {
            return ResultCode.ORDER_STATUS_INVALID;
        }
        if (MethodRules.isNeverCancelled(method) || MethodRules.isCancelledOnlyBeforePayment(method)) {
            return ResultCode.PAYMENT_METHOD_NOT_SUPPORTED;
        }
        boolean captured = payment.sum(FollowUpKind.CAPTURE) > 0;
        return captured || !now.isBefore(endOfWindow(payment)) ? ResultCode.CANCEL_WINDOW_EXCEED : null;
    }

    /** The first moment at which it is too late. */
    static Instant endOfWindow(Payment payment) {
        if (payment.state().status() != PaymentStatus.SUCCESS) {
            throw new IllegalArgumentException("Only a paid payment has a window");
        }
        Instant paid = Objects.requireNonNull(payment.state().paymentTime());
        return MethodRules.isCancelledWithinDays(payment.state().paymentMethodType())
                ? paid.plus(LONG_WINDOW)
                : ProtocolTime.onBusinessDay(ProtocolTime.businessDay(paid).plusDays(1), END_OF_WINDOW);
    }
}
