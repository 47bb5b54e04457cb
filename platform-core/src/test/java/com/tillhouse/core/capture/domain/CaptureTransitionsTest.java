package com.tillhouse.core.capture.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a capture, as the specification: what is listed is allowed and tells its event; every other pair is refused. */
class CaptureTransitionsTest {
    private static final List<String> SPECIFICATION =
            List.of("PROCESSING SUCCEEDED capture.succeeded", "PROCESSING FAILED capture.failed");

    @Test
    void isExactlyTheSpecification() {
        assertThat(CaptureTransitions.table())
                .extracting(edge -> edge.from() + " " + edge.to() + " " + edge.event())
                .containsExactlyInAnyOrderElementsOf(SPECIFICATION);
    }

    @Test
    void refusesEveryOtherPair() {
        for (CaptureStatus from : CaptureStatus.values()) {
            for (CaptureStatus to : CaptureStatus.values()) {
                assertThat(CaptureTransitions.edge(from, to).isPresent())
                        .as(from + " to " + to)
                        .isEqualTo(from == CaptureStatus.PROCESSING && to != from);
            }
        }
    }
}
