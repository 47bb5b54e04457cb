package com.tillhouse.core.checkout.domain;

import static com.tillhouse.core.checkout.domain.SessionStatus.CANCELED;
import static com.tillhouse.core.checkout.domain.SessionStatus.COMPLETED;
import static com.tillhouse.core.checkout.domain.SessionStatus.EXPIRED;
import static com.tillhouse.core.checkout.domain.SessionStatus.OPEN;

import java.util.List;
import java.util.Optional;

/** The one table of what a checkout session can become. What is not listed is refused. */
public final class SessionTransitions {
    private static final List<Edge> TABLE = List.of(
            new Edge(OPEN, COMPLETED, "checkout_session.completed"),
            new Edge(OPEN, EXPIRED, "checkout_session.expired"),
            new Edge(OPEN, CANCELED, "checkout_session.canceled"));

    private SessionTransitions() {}

    /** One allowed move and the event that tells of it. */
    public record Edge(SessionStatus from, SessionStatus to, String event) {}

    /** The edge between the two, if the table has it. */
    public static Optional<Edge> edge(SessionStatus from, SessionStatus to) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .findFirst();
    }

    /** The whole table, for tests and documents. */
    public static List<Edge> table() {
        return TABLE;
    }
}
