package com.tillhouse.webhooks.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process delivers.
 *
 * @param enabled whether it delivers at all
 * @param slots deliveries in flight at a time
 * @param idle how long to wait before looking again when nothing was due
 * @param grace how long deliveries in flight may take to end when the process stops; after it, their leases run out
 */
@ConfigurationProperties("tillhouse.webhooks.delivery")
record DeliverySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("64") int slots,
        @DefaultValue("250ms") Duration idle,
        @DefaultValue("20s") Duration grace) {

    DeliverySettings {
        if (slots < 1) {
            throw new IllegalArgumentException("tillhouse.webhooks.delivery.slots must be at least 1");
        }
    }
}
