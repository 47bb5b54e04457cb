package com.tillhouse.webhooks.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recovery works.
 *
 * @param pause between two looks for due work
 * @param inFlight pieces of work at once in this process, payments and refunds together
 * @param perTenant of these, for one tenant, so that one whose Antom does not answer can't hold up the others
 */
@ConfigurationProperties("tillhouse.recovery")
record RecoveryProperties(
        @DefaultValue("1s") Duration pause,
        @DefaultValue("64") int inFlight,
        @DefaultValue("8") int perTenant) {}
