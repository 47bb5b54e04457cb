package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.domain.RefundState;
import com.tillhouse.core.review.Review;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between {@link Refund} and its row. */
final class RefundMapper {

    private RefundMapper() {}

    static RefundRow newRow(Refund refund) {
        RefundOrigin origin = refund.origin();
        RefundRow row = new RefundRow();
        row.key = TenantKey.of(origin.tenant(), origin.id());
        row.paymentId = origin.paymentId();
        row.gatewayAccountId = origin.gatewayAccountId();
        row.mode = origin.mode();
        row.currency = origin.amount().currency();
        row.amount = origin.amount().value();
        row.reason = origin.reason();
        row.external = origin.external();
        row.createdAt = origin.createdAt();
        update(row, refund.state());
        return row;
    }

    static void update(RefundRow row, RefundState state) {
        ProviderResult last = state.last();
        row.status = state.status();
        row.pendingReason = state.pendingReason();
        row.providerRefundId = state.providerRefundId();
        row.providerStatus = last == null ? null : last.status();
        row.providerCode = last == null ? null : last.code();
        row.providerMessage = last == null ? null : last.message();
        row.settledAt = state.settledAt();
        row.returnedAt = state.returnedAt();
        row.reviewReason = state.review().reason();
        row.reviewSince = state.review().since();
        row.reviewLeft = state.review().left();
        Instant next = state.watch().nextCheckAt();
        if (!Objects.equals(row.nextCheckAt, next)) {
            row.checkLeaseUntil = null;
        }
        row.nextCheckAt = next;
        row.checks = state.watch().checks();
        row.sequence = state.sequence();
        row.moves = state.moves();
    }

    static Refund toDomain(RefundRow row) {
        RefundOrigin origin = new RefundOrigin(
                new TenantId(row.key.tenantId()),
                row.key.id(),
                row.paymentId,
                row.gatewayAccountId,
                row.mode,
                new Money(row.currency, row.amount),
                row.reason,
                row.external,
                row.createdAt);
        RefundState state = new RefundState(
                row.status,
                row.pendingReason,
                row.providerRefundId,
                last(row),
                new Watch(row.nextCheckAt, row.checks),
                row.settledAt,
                row.returnedAt,
                new Review(row.reviewReason, row.reviewSince, row.reviewLeft),
                row.sequence,
                row.moves);
        return Refund.restore(origin, state);
    }

    private static @Nullable ProviderResult last(RefundRow row) {
        return row.providerStatus == null || row.providerCode == null
                ? null
                : new ProviderResult(row.providerStatus, row.providerCode, row.providerMessage);
    }
}
