package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.Authorization;
import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentOrigin;
import com.tillhouse.core.checkout.domain.PaymentState;
import com.tillhouse.core.checkout.domain.PendingCancel;
import com.tillhouse.core.checkout.domain.Provider;
import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.review.Review;
import com.tillhouse.core.shared.AntomDay;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between {@link Payment} and its row. */
final class PaymentMapper {

    private PaymentMapper() {}

    static PaymentRow newRow(Payment payment) {
        PaymentOrigin origin = payment.origin();
        PaymentRow row = new PaymentRow();
        row.key = TenantKey.of(origin.tenant(), origin.id());
        row.sessionId = origin.sessionId();
        row.gatewayAccountId = origin.gatewayAccountId();
        row.mode = origin.mode();
        row.currency = origin.amount().currency();
        row.amount = origin.amount().value();
        row.captureMode = origin.captureMode();
        row.createdAt = origin.createdAt();
        update(row, payment.state());
        return row;
    }

    static void update(PaymentRow row, PaymentState state) {
        ProviderResult last = state.provider().last();
        row.status = state.status();
        row.captured = state.balance().captured().value();
        row.reserved = state.balance().reserved().value();
        row.refunded = state.balance().refunded().value();
        row.providerPaymentId = state.provider().paymentId();
        row.providerMethod = state.provider().method();
        row.normalUrl = state.provider().normalUrl();
        row.providerStatus = last == null ? null : last.status();
        row.providerCode = last == null ? null : last.code();
        row.providerMessage = last == null ? null : last.message();
        row.expiresAt = state.expiresAt();
        row.paidAt = state.paidAt();
        Authorization held = state.authorization();
        row.authorizedAt = held == null ? null : held.at();
        row.authorizedUntil = held == null ? null : held.until();
        row.captureClosed = held != null && held.closed();
        row.antomDay = state.paidAt() == null ? null : AntomDay.of(state.paidAt());
        row.surplus = state.surplus();
        row.reviewReason = state.review().reason();
        row.reviewSince = state.review().since();
        row.reviewLeft = state.review().left();
        Instant next = state.watch().nextCheckAt();
        if (!Objects.equals(row.nextCheckAt, next)) {
            row.checkLeaseUntil = null;
        }
        row.nextCheckAt = next;
        row.checks = state.watch().checks();
        PendingCancel cancel = state.pendingCancel();
        row.cancelRequestedAt = cancel == null ? null : cancel.requestedAt();
        row.cancelCause = cancel == null ? null : cancel.cause();
        row.cancelTries = cancel == null ? 0 : cancel.tries();
        row.sequence = state.sequence();
        row.moves = state.moves();
    }

    static Payment toDomain(PaymentRow row) {
        PaymentOrigin origin = new PaymentOrigin(
                new TenantId(row.key.tenantId()),
                row.key.id(),
                row.sessionId,
                row.gatewayAccountId,
                row.mode,
                new Money(row.currency, row.amount),
                row.captureMode,
                row.createdAt);
        PaymentState state = new PaymentState(
                row.status,
                new Provider(row.providerPaymentId, row.providerMethod, row.normalUrl, last(row)),
                balance(row),
                new Watch(row.nextCheckAt, row.checks),
                row.expiresAt,
                row.paidAt,
                authorization(row),
                row.surplus,
                new Review(row.reviewReason, row.reviewSince, row.reviewLeft),
                cancel(row),
                row.sequence,
                row.moves);
        return Payment.restore(origin, state);
    }

    private static @Nullable PendingCancel cancel(PaymentRow row) {
        return row.cancelRequestedAt == null || row.cancelCause == null
                ? null
                : new PendingCancel(row.cancelRequestedAt, row.cancelCause, row.cancelTries);
    }

    private static @Nullable Authorization authorization(PaymentRow row) {
        return row.authorizedAt == null
                ? null
                : new Authorization(
                        row.authorizedAt,
                        row.authorizedUntil,
                        new Money(row.currency, row.capturing),
                        row.captureClosed);
    }

    private static Balance balance(PaymentRow row) {
        return new Balance(
                new Money(row.currency, row.captured),
                new Money(row.currency, row.reserved),
                new Money(row.currency, row.refunded));
    }

    private static @Nullable ProviderResult last(PaymentRow row) {
        return row.providerStatus == null || row.providerCode == null
                ? null
                : new ProviderResult(row.providerStatus, row.providerCode, row.providerMessage);
    }
}
