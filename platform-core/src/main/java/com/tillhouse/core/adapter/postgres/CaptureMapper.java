package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureOrigin;
import com.tillhouse.core.capture.domain.CaptureState;
import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between {@link Capture} and its row. */
final class CaptureMapper {

    private CaptureMapper() {}

    static CaptureRow newRow(Capture capture) {
        CaptureOrigin origin = capture.origin();
        CaptureRow row = new CaptureRow();
        row.key = TenantKey.of(origin.tenant(), origin.id());
        row.paymentId = origin.paymentId();
        row.gatewayAccountId = origin.gatewayAccountId();
        row.mode = origin.mode();
        row.currency = origin.amount().currency();
        row.amount = origin.amount().value();
        row.last = origin.last();
        row.createdAt = origin.createdAt();
        update(row, capture.state());
        return row;
    }

    static void update(CaptureRow row, CaptureState state) {
        ProviderResult last = state.last();
        row.status = state.status();
        row.pendingReason = state.pendingReason();
        row.providerCaptureId = state.providerCaptureId();
        row.providerStatus = last == null ? null : last.status();
        row.providerCode = last == null ? null : last.code();
        row.providerMessage = last == null ? null : last.message();
        row.settledAt = state.settledAt();
        row.reviewReason = state.reviewReason();
        Instant next = state.watch().nextCheckAt();
        if (!Objects.equals(row.nextCheckAt, next)) {
            row.checkLeaseUntil = null;
        }
        row.nextCheckAt = next;
        row.checks = state.watch().checks();
        row.sequence = state.sequence();
        row.moves = state.moves();
    }

    static Capture toDomain(CaptureRow row) {
        CaptureOrigin origin = new CaptureOrigin(
                new TenantId(row.key.tenantId()),
                row.key.id(),
                row.paymentId,
                row.gatewayAccountId,
                row.mode,
                new Money(row.currency, row.amount),
                row.last,
                row.createdAt);
        CaptureState state = new CaptureState(
                row.status,
                row.pendingReason,
                row.providerCaptureId,
                last(row),
                new Watch(row.nextCheckAt, row.checks),
                row.settledAt,
                row.reviewReason,
                row.sequence,
                row.moves);
        return Capture.restore(origin, state);
    }

    private static @Nullable ProviderResult last(CaptureRow row) {
        return row.providerStatus == null || row.providerCode == null
                ? null
                : new ProviderResult(row.providerStatus, row.providerCode, row.providerMessage);
    }
}
