package com.tillhouse.core.adapter.postgres;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code refund}. */
interface RefundRows extends Repository<RefundRow, TenantKey> {
    RefundRow save(RefundRow row);

    Optional<RefundRow> findById(TenantKey key);

    @Query(
            "select r from RefundRow r where r.key.tenantId = :tenant and r.paymentId = :payment order by r.createdAt, r.key.id")
    List<RefundRow> ofPayment(UUID tenant, String payment);
}
