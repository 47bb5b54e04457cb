package com.tillhouse.core.adapter.postgres;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code payment}. */
interface PaymentRows extends Repository<PaymentRow, TenantKey> {
    PaymentRow save(PaymentRow row);

    Optional<PaymentRow> findById(TenantKey key);

    @Query(
            "select p from PaymentRow p where p.key.tenantId = :tenant and p.sessionId in :sessions order by p.createdAt, p.key.id")
    List<PaymentRow> ofSessions(UUID tenant, Collection<String> sessions);
}
