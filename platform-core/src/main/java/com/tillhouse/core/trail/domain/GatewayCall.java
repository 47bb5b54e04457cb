package com.tillhouse.core.trail.domain;

import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call to Antom as it went.
 *
 * @param api Antom's name of it, such as {@code inquiryPayment}
 * @param at when it was begun
 * @param said the status that the answer to an inquiry named, as it was written
 */
public record GatewayCall(
        String api,
        Instant at,
        Duration took,
        Outcome<?> outcome,
        @Nullable String said) {

    /** {@code confirmed}, {@code declined} or {@code undetermined}. */
    public String end() {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Why it is undetermined. */
    public @Nullable String reason() {
        return outcome instanceof Outcome.Undetermined<?> lost
                ? lost.reason().name().toLowerCase(Locale.ROOT)
                : null;
    }

    /** Antom's own words; of an undetermined call they can't be relied on. */
    public @Nullable ProviderResult result() {
        return switch (outcome) {
            case Outcome.Confirmed<?> said -> said.result();
            case Outcome.Declined<?> no -> no.result();
            case Outcome.Undetermined<?> lost -> lost.hint();
        };
    }
}
