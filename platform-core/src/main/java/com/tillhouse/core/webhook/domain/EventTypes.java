package com.tillhouse.core.webhook.domain;

import com.tillhouse.core.shared.Violations;
import java.util.Set;
import java.util.TreeSet;

/** The types of event an endpoint can ask for. */
public final class EventTypes {
    /** Asks for every type, also those to come. */
    public static final String ALL = "*";

    private static final Set<String> KNOWN = Set.of(
            "checkout_session.completed",
            "checkout_session.expired",
            "checkout_session.canceled",
            "payment.processing",
            "payment.authorized",
            "payment.succeeded",
            "payment.failed",
            "payment.canceled",
            "payment.expired",
            "payment.surplus_detected",
            "payment.needs_review",
            "capture.succeeded",
            "capture.failed",
            "refund.created",
            "refund.succeeded",
            "refund.failed",
            "refund.needs_review",
            "dispute.created",
            "dispute.updated",
            "settlement.imported",
            "reconciliation.mismatch_found",
            "webhook_endpoint.failing",
            "webhook_endpoint.disabled",
            "webhook_endpoint.secret_rotated",
            "gateway_key.rotated");

    private EventTypes() {}

    /** Notes a violation unless at least one type is asked for and each is known. */
    public static void check(Violations found, String pointer, Set<String> asked) {
        found.require(!asked.isEmpty(), pointer, "required", "must name at least one event type, or * for all.");
        for (String type : new TreeSet<>(asked)) {
            found.require(
                    ALL.equals(type) || KNOWN.contains(type),
                    pointer,
                    "unknown_event_type",
                    "must be * or among " + String.join(", ", new TreeSet<>(KNOWN)) + ".");
        }
    }
}
