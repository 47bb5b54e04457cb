package com.tillhouse.core.capture.domain;

import static com.tillhouse.core.capture.domain.CaptureStatus.FAILED;
import static com.tillhouse.core.capture.domain.CaptureStatus.PROCESSING;
import static com.tillhouse.core.capture.domain.CaptureStatus.SUCCEEDED;

import java.util.List;
import java.util.Optional;

/** The one table of what a capture can become. What is not listed is refused. */
public final class CaptureTransitions {
    private static final List<Edge> TABLE = List.of(
            new Edge(PROCESSING, SUCCEEDED, "capture.succeeded"), new Edge(PROCESSING, FAILED, "capture.failed"));

    private CaptureTransitions() {}

    /** One allowed move and the event that tells of it. */
    public record Edge(CaptureStatus from, CaptureStatus to, String event) {}

    /** The edge between the two, if the table has it. */
    public static Optional<Edge> edge(CaptureStatus from, CaptureStatus to) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .findFirst();
    }

    /** The whole table, for tests and documents. */
    public static List<Edge> table() {
        return TABLE;
    }
}
