package com.tillhouse.core.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param lease how long a worker may hold a delivery; longer than the deadline of one attempt
 * @param perEndpoint deliveries of one endpoint in flight, over all workers
 * @param perTenant deliveries of one tenant in flight, over all workers
 */
@ConfigurationProperties("tillhouse.webhooks")
record WebhookProperties(
        @DefaultValue("60s") Duration lease,
        @DefaultValue("8") int perEndpoint,
        @DefaultValue("32") int perTenant) {}
