package com.tillhouse.core.erasure;

import com.tillhouse.core.shared.Violations;
import java.time.Duration;
import java.time.Instant;

/** How many days after a session's end its buyer's data is kept. */
public record BuyerDataPolicy(int retentionDays) {
    public static final int SHORTEST = 30;
    public static final int LONGEST = 3650;
    public static final int USUAL = 540;

    public BuyerDataPolicy {
        Violations found = new Violations();
        found.require(
                retentionDays >= SHORTEST && retentionDays <= LONGEST,
                "/retention_days",
                "out_of_range",
                "must be " + SHORTEST + " to " + LONGEST + ".");
        found.throwIfAny();
    }

    Instant endedBefore(Instant now) {
        return now.minus(Duration.ofDays(retentionDays));
    }
}
