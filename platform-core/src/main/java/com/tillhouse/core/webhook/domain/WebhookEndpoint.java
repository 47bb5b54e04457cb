package com.tillhouse.core.webhook.domain;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant wants to be told, in one mode.
 *
 * @param url null for the endpoint of sessions, whose deliveries each bring their own
 * @param eventTypes what it asked for; {@link EventTypes#ALL} means everything
 * @param disabledAt since when nothing is sent to it; null while it is in use
 */
public record WebhookEndpoint(
        String id,
        Mode mode,
        Kind kind,
        @Nullable String url,
        Set<String> eventTypes,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    /** How an endpoint came to be. */
    public enum Kind {
        /** A merchant set it up, with a URL and an event filter. */
        CONFIGURED,
        /** The one per mode that signs and logs what goes to the {@code notify_url} of single sessions. */
        SESSION
    }

    public WebhookEndpoint {
        eventTypes = Set.copyOf(eventTypes);
    }

    /** A new endpoint that a merchant set up. */
    public static WebhookEndpoint configured(Mode mode, String url, Set<String> eventTypes, Instant at) {
        return new WebhookEndpoint(RandomId.withPrefix("whe_"), mode, Kind.CONFIGURED, url, eventTypes, at, null);
    }

    /** The endpoint of sessions of a mode. */
    public static WebhookEndpoint ofSessions(Mode mode, Instant at) {
        return new WebhookEndpoint(RandomId.withPrefix("whe_"), mode, Kind.SESSION, null, Set.of(), at, null);
    }
}
