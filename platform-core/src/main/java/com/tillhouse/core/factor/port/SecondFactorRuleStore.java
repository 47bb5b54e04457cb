package com.tillhouse.core.factor.port;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's own rule about second factors. Inside the tenant's unit of work. */
public interface SecondFactorRuleStore {

    /** From when on every member needs one; empty when only acts that matter do. */
    Optional<Instant> requiredFrom(TenantId tenant);

    /** As {@link #requiredFrom}; others who want to change it wait until this unit of work ends. */
    Optional<Instant> lock(TenantId tenant, Instant at);

    /** Keeps the rule; null for none. */
    void put(TenantId tenant, @Nullable Instant requiredFrom, Instant at);
}
