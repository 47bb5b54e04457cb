package com.tillhouse.core.adapter.postgres;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Rows of {@code checkout_session}. */
interface CheckoutSessionRows extends Repository<CheckoutSessionRow, TenantKey> {
    CheckoutSessionRow save(CheckoutSessionRow row);

    Optional<CheckoutSessionRow> findById(TenantKey key);
}
