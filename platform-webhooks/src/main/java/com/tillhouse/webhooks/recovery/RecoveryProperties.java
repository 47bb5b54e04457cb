package com.tillhouse.webhooks.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recovery works.
 *
 * @param pause between two looks for due work
 * @param perSecond pieces of work begun in a second by this process; each is one call to Antom, now and then two
 * @param inFlight pieces of work at once in this process
 * @param perTenant of each kind, payments, refunds and captures, for one tenant at once in all processes, so that one whose Antom does not answer
 *     can't hold up the others
 */
@ConfigurationProperties("tillhouse.recovery")
record RecoveryProperties(
        @DefaultValue("250ms") Duration pause,
        @DefaultValue("50") int perSecond,
        @DefaultValue("64") int inFlight,
        @DefaultValue("8") int perTenant) {

    /** Pieces of work that one look may begin. */
    int perLook() {
        return (int) Math.clamp(perSecond * pause.toMillis() / 1000, 1, inFlight);
    }
}
