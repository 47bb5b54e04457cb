package com.tillhouse.core.webhook.port;

import java.time.Duration;

/**
 * How much may be in flight at a time.
 *
 * @param lease how long a claim lasts; longer than an attempt can take
 * @param perEndpoint at most so many deliveries of one endpoint in flight, over all workers
 * @param perTenant at most so many deliveries of one tenant in flight, over all workers
 */
public record ClaimPolicy(Duration lease, int perEndpoint, int perTenant) {

    public ClaimPolicy {
        if (lease.isNegative() || lease.isZero() || perEndpoint < 1 || perTenant < 1) {
            throw new IllegalArgumentException("lease, perEndpoint and perTenant must be positive");
        }
    }
}
