package com.tillhouse.core.trail.domain;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done.
 *
 * @param id the API client, the person, or the notification; for recovery the object that it looks after
 * @param requestId of the API call, as its reply names it
 * @param operation what was asked for, such as {@code POST /v1/payments/{id}/refunds}; null when nobody asked
 */
public record Actor(
        Kind kind,
        String id,
        @Nullable String requestId,
        @Nullable String operation) {

    /** Who can act. */
    public enum Kind {
        API_CLIENT,
        MEMBER,
        NOTIFICATION,
        RECOVERY
    }

    /** A merchant's backend. */
    public static Actor apiClient(String clientId, String requestId, String operation) {
        return new Actor(Kind.API_CLIENT, clientId, requestId, operation);
    }

    /** A person in the admin app. */
    public static Actor member(String personId) {
        return new Actor(Kind.MEMBER, personId, null, null);
    }

    /** Antom, by a notification that we keep under this id. */
    public static Actor notification(String notificationId) {
        return new Actor(Kind.NOTIFICATION, notificationId, null, null);
    }

    /** The platform itself, looking after what is not final. */
    public static Actor recovery(String objectId) {
        return new Actor(Kind.RECOVERY, objectId, null, null);
    }
}
