package com.tillhouse.core.adapter.postgres;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code capture}. */
interface CaptureRows extends Repository<CaptureRow, TenantKey> {
    CaptureRow save(CaptureRow row);

    Optional<CaptureRow> findById(TenantKey key);

    @Query(
            "select r from CaptureRow r where r.key.tenantId = :tenant and r.paymentId = :payment order by r.createdAt, r.key.id")
    List<CaptureRow> ofPayment(UUID tenant, String payment);
}
