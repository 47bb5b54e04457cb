package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.Authorization;
import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.domain.CancelWindow;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentState;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payment in its public shape: what the API answers and webhooks carry.
 *
 * @param captureMode {@code automatic}, or {@code manual} where the merchant captures
 * @param amountAuthorized what the buyer's bank holds or held for captures; zero where Antom captures by itself
 * @param amountCapturable what can be captured now
 * @param refundStatus {@code none}, {@code partial} or {@code full}
 * @param reviewReason why a person must look at it, if so
 * @param review the same with its age and in a sentence
 * @param authorizedUntil when Antom lets go of what was not captured, as far as it said
 * @param paidAt when money was taken the first time
 * @param cancelableUntil when Antom's window to cancel the paid payment closes; null when it can't be cancelled
 * @param cancelRequestedAt set while a cancel is under way whose answer is not clear yet
 */
public record PaymentResource(
        String id,
        String object,
        boolean livemode,
        String checkoutSession,
        String status,
        String captureMode,
        Money amount,
        Money amountAuthorized,
        Money amountCaptured,
        Money amountCapturable,
        Money amountRefunded,
        Money amountRefundable,
        String refundStatus,
        @Nullable String paymentMethodType,
        ProviderResource provider,
        boolean surplus,
        @Nullable String reviewReason,
        @Nullable ReviewResource review,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant authorizedUntil,
        @Nullable Instant paidAt,
        @Nullable Instant cancelableUntil,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant nextCheckAt) {

    /** The payment as it is now. */
    public static PaymentResource of(Payment payment) {
        PaymentState state = payment.state();
        Balance balance = state.balance();
        Authorization held = state.authorization();
        return new PaymentResource(
                payment.id(),
                "payment",
                payment.origin().mode().live(),
                payment.origin().sessionId(),
                state.status().name().toLowerCase(Locale.ROOT),
                payment.origin().captureMode().name().toLowerCase(Locale.ROOT),
                payment.origin().amount(),
                held == null
                        ? Money.zero(payment.origin().amount().currency())
                        : payment.origin().amount(),
                balance.captured(),
                payment.hold().leftToCapture(),
                balance.refunded(),
                refundable(payment),
                refundStatus(balance),
                state.provider().method(),
                ProviderResource.of(
                        state.provider().paymentId(), state.provider().last()),
                state.surplus(),
                state.reviewReason(),
                ReviewResource.ofPayment(state.review()),
                payment.origin().createdAt(),
                state.expiresAt(),
                held == null ? null : held.until(),
                state.paidAt(),
                cancelableUntil(payment),
                state.pendingCancel() == null ? null : state.pendingCancel().requestedAt(),
                state.watch().nextCheckAt());
    }

    private static Money refundable(Payment payment) {
        Balance balance = payment.state().balance();
        return payment.status() == PaymentStatus.SUCCEEDED
                ? balance.refundable()
                : Money.zero(balance.captured().currency());
    }

    private static String refundStatus(Balance balance) {
        if (!balance.refunded().positive()) {
            return "none";
        }
        return balance.refunded().value() < balance.captured().value() ? "partial" : "full";
    }

    private static @Nullable Instant cancelableUntil(Payment payment) {
        PaymentState state = payment.state();
        if (state.authorization() != null) {
            boolean voidable = payment.status() == PaymentStatus.AUTHORIZED
                    && !payment.hold().capturing();
            return voidable ? state.authorization().until() : null;
        }
        boolean untouched = !state.balance().reserved().positive()
                && !state.balance().refunded().positive();
        return payment.status() == PaymentStatus.SUCCEEDED && untouched && state.paidAt() != null
                ? CancelWindow.closesAt(state.provider().method(), state.paidAt())
                        .orElse(null)
                : null;
    }
}
