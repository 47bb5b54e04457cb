package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.capture.domain.CaptureStatus;
import com.tillhouse.core.capture.domain.PendingReason;
import com.tillhouse.core.shared.Mode;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code capture}. A claim of recovery sets the lease; whoever sets the next check ends it. */
@Entity
@Table(name = "capture")
class CaptureRow {
    @EmbeddedId
    TenantKey key;

    String paymentId;
    String gatewayAccountId;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @Enumerated(EnumType.STRING)
    CaptureStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable
    PendingReason pendingReason;

    String currency;
    long amount;

    boolean last;

    @Nullable
    String providerCaptureId;

    @Nullable
    String providerStatus;

    @Nullable
    String providerCode;

    @Nullable
    String providerMessage;

    Instant createdAt;

    @Nullable
    Instant settledAt;

    @Nullable
    String reviewReason;

    @Nullable
    Instant nextCheckAt;

    @Nullable
    Instant checkLeaseUntil;

    int checks;
    long sequence;
    long moves;

    @Version
    @Nullable
    Integer version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate or by the mapper
    CaptureRow() {}
}
