package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.page.CaptureMode;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.shared.Mode;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code payment}. A claim of recovery sets the lease; whoever sets the next check ends it. */
@Entity
@Table(name = "payment")
class PaymentRow {
    @EmbeddedId
    TenantKey key;

    String sessionId;
    String gatewayAccountId;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @Enumerated(EnumType.STRING)
    PaymentStatus status;

    @Enumerated(EnumType.STRING)
    CaptureMode captureMode;

    String currency;
    long amount;
    long captured;

    /** Moved by guarded updates only, never by what was read before. */
    @Column(updatable = false)
    long reserved;

    @Column(updatable = false)
    long refunded;

    @Column(updatable = false)
    long capturing;

    @Nullable
    String providerPaymentId;

    @Nullable
    String providerMethod;

    @Nullable
    String providerStatus;

    @Nullable
    String providerCode;

    @Nullable
    String providerMessage;

    @Nullable
    String normalUrl;

    Instant expiresAt;
    Instant createdAt;

    @Nullable
    Instant paidAt;

    @Nullable
    LocalDate antomDay;

    @Nullable
    Instant authorizedAt;

    @Nullable
    Instant authorizedUntil;

    boolean captureClosed;
    boolean surplus;

    @Nullable
    String reviewReason;

    @Nullable
    Instant reviewSince;

    @Nullable
    String reviewLeft;

    @Nullable
    Instant nextCheckAt;

    @Nullable
    Instant checkLeaseUntil;

    int checks;

    @Nullable
    Instant cancelRequestedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    Cause cancelCause;

    int cancelTries;
    long sequence;
    long moves;

    @Version
    @Nullable
    Integer version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate or by the mapper
    PaymentRow() {}
}
