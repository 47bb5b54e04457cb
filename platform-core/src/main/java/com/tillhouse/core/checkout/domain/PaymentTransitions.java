package com.tillhouse.core.checkout.domain;

import static com.tillhouse.core.checkout.domain.PaymentStatus.ABANDONED;
import static com.tillhouse.core.checkout.domain.PaymentStatus.AUTHORIZED;
import static com.tillhouse.core.checkout.domain.PaymentStatus.CANCELED;
import static com.tillhouse.core.checkout.domain.PaymentStatus.CREATED;
import static com.tillhouse.core.checkout.domain.PaymentStatus.EXPIRED;
import static com.tillhouse.core.checkout.domain.PaymentStatus.FAILED;
import static com.tillhouse.core.checkout.domain.PaymentStatus.OPEN;
import static com.tillhouse.core.checkout.domain.PaymentStatus.PROCESSING;
import static com.tillhouse.core.checkout.domain.PaymentStatus.SUCCEEDED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one table of what a payment can become. What is not listed is refused. */
public final class PaymentTransitions {
    private static final List<Edge> TABLE = List.of(
            silent(CREATED, OPEN),
            silent(CREATED, ABANDONED),
            telling(CREATED, PROCESSING, "payment.processing"),
            telling(CREATED, AUTHORIZED, "payment.authorized"),
            telling(CREATED, SUCCEEDED, "payment.succeeded"),
            telling(CREATED, FAILED, "payment.failed"),
            telling(CREATED, EXPIRED, "payment.expired"),
            telling(CREATED, CANCELED, "payment.canceled"),
            telling(OPEN, PROCESSING, "payment.processing"),
            telling(OPEN, AUTHORIZED, "payment.authorized"),
            telling(OPEN, SUCCEEDED, "payment.succeeded"),
            telling(OPEN, FAILED, "payment.failed"),
            telling(OPEN, EXPIRED, "payment.expired"),
            telling(OPEN, CANCELED, "payment.canceled"),
            telling(PROCESSING, AUTHORIZED, "payment.authorized"),
            telling(PROCESSING, SUCCEEDED, "payment.succeeded"),
            telling(PROCESSING, FAILED, "payment.failed"),
            telling(PROCESSING, EXPIRED, "payment.expired"),
            telling(PROCESSING, CANCELED, "payment.canceled"),
            telling(ABANDONED, AUTHORIZED, "payment.authorized"),
            telling(ABANDONED, SUCCEEDED, "payment.succeeded"),
            silent(ABANDONED, EXPIRED),
            telling(AUTHORIZED, SUCCEEDED, "payment.succeeded"),
            telling(AUTHORIZED, FAILED, "payment.failed"),
            telling(AUTHORIZED, EXPIRED, "payment.expired"),
            telling(AUTHORIZED, CANCELED, "payment.canceled"),
            telling(SUCCEEDED, CANCELED, "payment.canceled"));

    private PaymentTransitions() {}

    /** One allowed move and the event that tells of it; an edge without an event is not for merchants. */
    public record Edge(
            PaymentStatus from, PaymentStatus to, @Nullable String event) {}

    /** The edge between the two, if the table has it. */
    public static Optional<Edge> edge(PaymentStatus from, PaymentStatus to) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .findFirst();
    }

    /** The whole table, for tests and documents. */
    public static List<Edge> table() {
        return TABLE;
    }

    private static Edge silent(PaymentStatus from, PaymentStatus to) {
        return new Edge(from, to, null);
    }

    private static Edge telling(PaymentStatus from, PaymentStatus to, String event) {
        return new Edge(from, to, event);
    }
}
