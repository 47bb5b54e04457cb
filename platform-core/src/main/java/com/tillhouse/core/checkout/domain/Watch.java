package com.tillhouse.core.checkout.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a payment is asked of Antom next.
 *
 * @param nextCheckAt null once nobody needs to look again
 * @param checks inquiries made so far
 */
public record Watch(@Nullable Instant nextCheckAt, int checks) {
    static final Watch OVER = new Watch(null, 0);

    static Watch from(Instant now) {
        return new Watch(now.plus(RecoverySchedule.after(0)), 0);
    }

    Watch checked(Instant now) {
        return new Watch(now.plus(RecoverySchedule.after(checks + 1)), checks + 1);
    }
}
