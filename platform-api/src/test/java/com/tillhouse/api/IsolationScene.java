package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.ApiOperations.Operation;
import com.tillhouse.api.IsolationRecipe.Needs;
import com.tillhouse.core.shared.RandomId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An owner's real objects.
 *
 * @param reference the owner's own name of the order
 * @param refund empty when there is none
 * @param capture empty when there is none
 */
record IsolationScene(String reference, String session, String payment, String refund, String capture) {
    /** By the place in the path, the id's prefix and where the id is kept. */
    private static final Map<String, String> PREFIXES = Map.of(
            "/v1/checkout/sessions/", "cs_",
            "/v1/payments/", "pay_",
            "/v1/refunds/", "re_",
            "/v1/captures/", "cap_");

    /** Brings an order as far as the call needs it. */
    static IsolationScene make(MoneyContract api, String token, Needs needs) {
        String reference = RandomId.withPrefix("ORDER-");
        boolean manual = needs == Needs.AUTHORIZED || needs == Needs.CAPTURED;
        String order = ApiContract.order(reference);
        Answer opened = api.open(
                token,
                manual
                        ? order.replace(
                                "{\"order", "{\"capture_mode\":\"manual\",\"payment_method_types\":[\"CARD\"],\"order")
                        : order);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String payment = opened.at("/payments/0/id");
        if (needs != Needs.OPEN) {
            ApiContract.buyer(payment, "pay");
            done(api.post(token, "/v1/payments/" + payment + "/sync", "k", ""));
        }
        String refund = "";
        if (needs == Needs.REFUNDED) {
            refund = done(api.refund(token, payment, "{}")).at("/id");
        }
        String capture = "";
        if (needs == Needs.CAPTURED) {
            capture = done(api.post(token, "/v1/payments/" + payment + "/captures", RandomId.withPrefix("k_"), "{}"))
                    .at("/id");
        }
        return new IsolationScene(reference, opened.at("/id"), payment, refund, capture);
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer;
    }

    /** The real id that fills the path. */
    String id(Operation operation) {
        String id = switch (prefix(operation)) {
            case "cs_" -> session;
            case "pay_" -> payment;
            case "re_" -> refund;
            default -> capture;
        };
        assertThat(id).as("the scene of " + operation.id()).startsWith(prefix(operation));
        return id;
    }

    /** An id of the same shape that never was. */
    static String neverWas(Operation operation) {
        return RandomId.withPrefix(prefix(operation));
    }

    private static String prefix(Operation operation) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> operation.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the cross-tenant matrix does not know the object of "
                        + operation.path() + ": add it to " + IsolationScene.class.getSimpleName()));
    }

    /** The owner's value of a filter. */
    String filter(String parameter) {
        return switch (parameter) {
            case "payment" -> payment;
            case "checkout_session" -> session;
            case "order_reference" -> reference;
            default -> throw new AssertionError("no value for the filter " + parameter);
        };
    }

    /** A value of the same shape that never was. */
    String neverWas(String parameter) {
        String real = filter(parameter);
        return RandomId.withPrefix(real.substring(0, real.length() - 26));
    }

    /** Everything that nobody else may read. */
    List<String> secrets() {
        return Stream.of(reference, session, payment, refund, capture)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
