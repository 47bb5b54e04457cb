package com.tillhouse.core.adapter.postgres;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code payment}. */
interface PaymentRows extends Repository<PaymentRow, TenantKey> {
    PaymentRow save(PaymentRow row);

    Optional<PaymentRow> findById(TenantKey key);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PaymentRow p where p.key = :key")
    Optional<PaymentRow> lock(TenantKey key);

    @Query(
            "select p from PaymentRow p where p.key.tenantId = :tenant and p.sessionId in :sessions order by p.createdAt, p.key.id")
    List<PaymentRow> ofSessions(UUID tenant, Collection<String> sessions);
}
