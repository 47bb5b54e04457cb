package com.tillhouse.core.webhook.port;

import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.SignedWebhook;

/** The way out to a merchant's server. */
public interface WebhookSender {

    /**
     * Sends once and tells how it went; every failure is an answer too, so this throws nothing for what a receiver or the network does. Returns within
     * the total deadline, whatever the receiver does. Never inside a unit of work.
     */
    Attempt send(SignedWebhook message);
}
