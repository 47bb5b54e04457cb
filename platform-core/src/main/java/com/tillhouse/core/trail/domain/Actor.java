package com.tillhouse.core.trail.domain;

import com.tillhouse.core.shared.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done.
 *
 * @param id the API client, the person, or the notification; for recovery the object that it looks after
 * @param requestId of the API call, as its reply names it
 * @param operation what was asked for, such as {@code POST /v1/payments/{id}/refunds}; null when nobody asked
 * @param origin where the request came from; null when there was none
 * @param assurance how sure we are that it is that person; says nothing of others
 */
public record Actor(
        Kind kind,
        String id,
        @Nullable String requestId,
        @Nullable String operation,
        @Nullable Origin origin,
        Assurance assurance) {

    /**
     * Where a request came from.
     *
     * @param address the IP address
     * @param agent what the browser or the program said it is; at most {@value #LONGEST_AGENT} characters are kept
     */
    public record Origin(String address, @Nullable String agent) {
        private static final int LONGEST_AGENT = 200;

        public Origin {
            agent = agent == null ? null : agent.replaceAll("\\p{Cntrl}", " ").strip();
            agent = agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
        }
    }

    /** Who can act. */
    public enum Kind {
        API_CLIENT,
        MEMBER,
        NOTIFICATION,
        RECOVERY
    }

    /** A merchant's backend. */
    public static Actor apiClient(String clientId, String requestId, String operation) {
        return new Actor(Kind.API_CLIENT, clientId, requestId, operation, null, Assurance.SESSION);
    }

    /** A person in the admin app. */
    public static Actor member(String personId) {
        return new Actor(Kind.MEMBER, personId, null, null, null, Assurance.SESSION);
    }

    /** Antom, by a notification that we keep under this id. */
    public static Actor notification(String notificationId) {
        return new Actor(Kind.NOTIFICATION, notificationId, null, null, null, Assurance.SESSION);
    }

    /** The platform itself, looking after what is not final. */
    public static Actor recovery(String objectId) {
        return new Actor(Kind.RECOVERY, objectId, null, null, null, Assurance.SESSION);
    }

    /** The same, with where its request came from. */
    public Actor from(String address, @Nullable String agent) {
        return new Actor(kind, id, requestId, operation, new Origin(address, agent), assurance);
    }

    /** The same, of whom we are this sure. */
    public Actor having(Assurance shown) {
        return new Actor(kind, id, requestId, operation, origin, shown);
    }
}
