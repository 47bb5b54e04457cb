package com.tillhouse.api.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A bucket that fills steadily: so much in a window, and never more than one window's worth at once. */
final class Quota {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final long most;
    private final long seconds;
    private final Bucket bucket;

    /**
     * A full one.
     *
     * @param perSecond of the whole platform; this process lets its part of it through, at least one in a window
     */
    Quota(String name, int perSecond, LimitSettings settings, TimeMeter clock) {
        this.name = name;
        this.seconds = settings.window().toSeconds();
        this.most = Math.max(1, perSecond * seconds / settings.processes());
        this.bucket = Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofSeconds(seconds)))
                .build();
    }

    /** Takes one, if there is one. */
    Standing take() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Standing(
                name, most, seconds, probe.getRemainingTokens(), Math.ceilDiv(wait, NANOS), probe.isConsumed());
    }

    /** Takes nothing. */
    Standing look() {
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return new Standing(
                name,
                most,
                seconds,
                probe.getRemainingTokens(),
                Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS),
                probe.canBeConsumed());
    }

    /** What was taken for a request that was refused on another ground. */
    void giveBack() {
        bucket.addTokens(1);
    }
}
