package com.tillhouse.core.refund.domain;

import static com.tillhouse.core.refund.domain.RefundStatus.FAILED;
import static com.tillhouse.core.refund.domain.RefundStatus.PROCESSING;
import static com.tillhouse.core.refund.domain.RefundStatus.SUCCEEDED;

import java.util.List;
import java.util.Optional;

/** The one table of what a refund can become. What is not listed is refused. */
public final class RefundTransitions {
    private static final List<Edge> TABLE =
            List.of(new Edge(PROCESSING, SUCCEEDED, "refund.succeeded"), new Edge(PROCESSING, FAILED, "refund.failed"));

    private RefundTransitions() {}

    /** One allowed move and the event that tells of it. */
    public record Edge(RefundStatus from, RefundStatus to, String event) {}

    /** The edge between the two, if the table has it. */
    public static Optional<Edge> edge(RefundStatus from, RefundStatus to) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .findFirst();
    }

    /** The whole table, for tests and documents. */
    public static List<Edge> table() {
        return TABLE;
    }
}
