package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.shared.Mode;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of {@code checkout_session}. */
@Entity
@Table(name = "checkout_session")
class CheckoutSessionRow {
    @EmbeddedId
    TenantKey key;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @Enumerated(EnumType.STRING)
    SessionStatus status;

    String orderReference;
    String currency;
    long amount;

    @ColumnTransformer(write = "?::jsonb")
    String details;

    String redirectUrl;

    @Nullable
    String notifyUrl;

    @ColumnTransformer(write = "?::jsonb")
    String metadata;

    Instant expiresAt;
    Instant createdAt;
    long sequence;

    @Version
    @Nullable
    Integer version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate or by the mapper
    CheckoutSessionRow() {}
}
