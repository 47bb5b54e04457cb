package com.tillhouse.sandbox.control;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A control call taken apart.
 *
 * @param segments the path below {@code /control/}, decoded
 */
record ControlCall(String method, List<String> segments, Map<String, String> query, String body) {

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    @Nullable
    String parameter(String name) {
        return query.get(name);
    }

    ControlProblemException methodNotAllowed(String allowed) {
        return new ControlProblemException(
                405, "method_not_allowed", method + " is not possible here.", null, "Use " + allowed + ".");
    }

    ControlProblemException noSuchPath() {
        return new ControlProblemException(
                404,
                "no_such_path",
                "There is nothing at /control/" + String.join("/", segments) + ".",
                null,
                "Use clients, payments/{paymentRequestId}[/pay|decline|pend|expire|refund], "
                        + "refunds/{refundRequestId}[/succeed|fail], faults, clock, ledger or settings.");
    }
}
