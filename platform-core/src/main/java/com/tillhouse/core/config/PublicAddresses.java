package com.tillhouse.core.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the outside reaches this platform.
 *
 * @param publicWebhooksUrl scheme, host and port at which Antom reaches platform-webhooks, such as {@code https://webhooks.example}
 */
@ConfigurationProperties("tillhouse")
record PublicAddresses(@Nullable URI publicWebhooksUrl) {

    URI webhooks() {
        if (publicWebhooksUrl == null) {
            throw new IllegalStateException("Set tillhouse.public-webhooks-url to the address at which Antom reaches"
                    + " platform-webhooks, such as https://webhooks.example; Antom is told it with each session.");
        }
        return publicWebhooksUrl;
    }
}
