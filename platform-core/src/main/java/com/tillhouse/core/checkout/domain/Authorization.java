package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's money held for captures.
 *
 * @param until when Antom lets go of what was not captured ({@code authExpiryTime}); null as long as it did not say
 * @param capturing what captures on their way speak for
 * @param closed nothing more can be captured: the last capture was made, or the time is over
 */
public record Authorization(Instant at, @Nullable Instant until, Money capturing, boolean closed) {

    static Authorization of(Money amount, Instant at, @Nullable Instant until) {
        return new Authorization(at, until, Money.zero(amount.currency()), false);
    }

    Authorization told(@Nullable Instant said) {
        return said == null ? this : new Authorization(at, said, capturing, closed);
    }

    Authorization close() {
        return new Authorization(at, until, capturing, true);
    }

    /** True once its end, as Antom told it, is past by more than clocks may differ. */
    boolean over(Instant now) {
        return until != null && now.isAfter(until.plus(RecoverySchedule.MARGIN));
    }
}
