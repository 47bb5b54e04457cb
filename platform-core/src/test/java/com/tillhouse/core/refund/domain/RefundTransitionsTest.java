package com.tillhouse.core.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The life of a refund, as the specification: what is listed is allowed and tells its event; every other pair is refused. */
class RefundTransitionsTest {
    private static final String SPECIFICATION = """
            PROCESSING SUCCEEDED refund.succeeded
            PROCESSING FAILED refund.failed
            """;

    @Test
    void isExactlyTheSpecification() {
        assertThat(RefundTransitions.table())
                .extracting(edge -> edge.from() + " " + edge.to() + " " + edge.event())
                .containsExactlyInAnyOrderElementsOf(SPECIFICATION.lines().toList());
    }

    @Test
    void refusesEveryOtherPair() {
        for (RefundStatus from : RefundStatus.values()) {
            for (RefundStatus to : RefundStatus.values()) {
                boolean specified = SPECIFICATION.contains(from + " " + to + " ");
                assertThat(RefundTransitions.edge(from, to).isPresent())
                        .as(from + " to " + to)
                        .isEqualTo(specified);
            }
        }
    }
}
