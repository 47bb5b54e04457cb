package com.tillhouse.core.webhook.usecase;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.webhook.domain.EventTypes;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's wish to be told of events.
 *
 * @param secret a given one, for set-ups that must know it beforehand; null to have one made
 */
public record AddWebhookEndpointCommand(
        TenantId tenant,
        Mode mode,
        String url,
        Set<String> eventTypes,
        @Nullable WebhookSecret secret) {

    public AddWebhookEndpointCommand {
        eventTypes = Set.copyOf(eventTypes);
        Violations found = new Violations();
        EventTypes.check(found, "/event_types", eventTypes);
        found.throwIfAny();
    }
}
