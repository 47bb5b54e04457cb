package com.tillhouse.core.checkout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a payment, as the specification: what is listed is allowed and tells its event; every other pair is refused. */
class PaymentTransitionsTest {
    private static final String SPECIFICATION = """
            CREATED     OPEN        -
            CREATED     ABANDONED   -
            CREATED     PROCESSING  payment.processing
            CREATED     AUTHORIZED  payment.authorized
            CREATED     SUCCEEDED   payment.succeeded
            CREATED     FAILED      payment.failed
            CREATED     EXPIRED     payment.expired
            CREATED     CANCELED    payment.canceled
            OPEN        PROCESSING  payment.processing
            OPEN        AUTHORIZED  payment.authorized
            OPEN        SUCCEEDED   payment.succeeded
            OPEN        FAILED      payment.failed
            OPEN        EXPIRED     payment.expired
            OPEN        CANCELED    payment.canceled
            PROCESSING  AUTHORIZED  payment.authorized
            PROCESSING  SUCCEEDED   payment.succeeded
            PROCESSING  FAILED      payment.failed
            PROCESSING  EXPIRED     payment.expired
            PROCESSING  CANCELED    payment.canceled
            ABANDONED   AUTHORIZED  payment.authorized
            ABANDONED   SUCCEEDED   payment.succeeded
            ABANDONED   EXPIRED     -
            AUTHORIZED  SUCCEEDED   payment.succeeded
            AUTHORIZED  FAILED      payment.failed
            AUTHORIZED  EXPIRED     payment.expired
            AUTHORIZED  CANCELED    payment.canceled
            SUCCEEDED   CANCELED    payment.canceled
            """;

    private static List<String> specified() {
        return SPECIFICATION.lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void isExactlyTheSpecification() {
        List<String> found = PaymentTransitions.table().stream()
                .map(edge -> edge.from() + " " + edge.to() + " " + (edge.event() == null ? "-" : edge.event()))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(specified());
    }

    @Test
    void refusesEveryOtherPair() {
        List<String> allowed = specified().stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
        for (PaymentStatus from : PaymentStatus.values()) {
            for (PaymentStatus to : PaymentStatus.values()) {
                assertThat(PaymentTransitions.edge(from, to).isPresent())
                        .as(from + " to " + to)
                        .isEqualTo(allowed.contains(from + " " + to));
            }
        }
    }

    @Test
    void leavesNothingAfterAnEnd() {
        for (PaymentStatus end : List.of(PaymentStatus.FAILED, PaymentStatus.EXPIRED, PaymentStatus.CANCELED)) {
            assertThat(Arrays.stream(PaymentStatus.values()))
                    .noneMatch(to -> PaymentTransitions.edge(end, to).isPresent());
        }
    }
}
