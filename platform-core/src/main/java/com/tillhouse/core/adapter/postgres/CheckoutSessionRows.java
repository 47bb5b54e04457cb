package com.tillhouse.core.adapter.postgres;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code checkout_session}. */
interface CheckoutSessionRows extends Repository<CheckoutSessionRow, TenantKey> {
    CheckoutSessionRow save(CheckoutSessionRow row);

    Optional<CheckoutSessionRow> findById(TenantKey key);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from CheckoutSessionRow s where s.key = :key")
    Optional<CheckoutSessionRow> lock(TenantKey key);
}
