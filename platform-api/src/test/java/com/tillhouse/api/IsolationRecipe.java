package com.tillhouse.api;

import static java.util.Map.entry;

import com.tillhouse.api.ApiOperations.Operation;
import com.tillhouse.api.ApiOperations.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The only thing about the API that the cross-tenant matrix can't read from its description: what a call needs so that it would have an
 * effect if it came from the owner. A call or parameter that is not named here fails the build.
 *
 * @param needs the state of the object that the call is made on
 * @param body a body that is good
 */
record IsolationRecipe(Needs needs, String body) {

    /** How far an order has come. */
    enum Needs {
        /** An open session with an open payment. */
        OPEN,
        /** A payment that the buyer has paid. */
        PAID,
        /** A payment that waits for captures. */
        AUTHORIZED,
        /** A payment with a capture. */
        CAPTURED,
        /** A payment with a refund. */
        REFUNDED
    }

    /** What a parameter may tell of another tenant. */
    enum Meaning {
        /** Names an object by the id that the platform gave it. */
        ID,
        /** Filters by an object or by the merchant's own name of one. */
        FILTER,
        /** Goes on in a list. */
        CURSOR,
        /** The key of a deed. */
        KEY,
        /** Names nothing. */
        PLAIN
    }

    private static final Map<String, IsolationRecipe> CALLS = Map.ofEntries(
            entry("list_checkout_sessions", new IsolationRecipe(Needs.OPEN, "")),
            entry("open_checkout_session", new IsolationRecipe(Needs.OPEN, ApiContract.order("MATRIX"))),
            entry("read_checkout_session", new IsolationRecipe(Needs.OPEN, "")),
            entry("expire_checkout_session", new IsolationRecipe(Needs.OPEN, "")),
            entry("retry_checkout_session", new IsolationRecipe(Needs.OPEN, "")),
            entry("read_checkout_policy", new IsolationRecipe(Needs.OPEN, "")),
            entry("change_checkout_policy", new IsolationRecipe(Needs.OPEN, "{\"surplus\":\"keep\"}")),
            entry("read_buyer_data_policy", new IsolationRecipe(Needs.OPEN, "")),
            entry("change_buyer_data_policy", new IsolationRecipe(Needs.OPEN, "{\"retention_days\":90}")),
            entry("erase_buyer_data", new IsolationRecipe(Needs.PAID, "{\"buyer_reference\":\"nobody\"}")),
            entry("list_payments", new IsolationRecipe(Needs.PAID, "")),
            entry("read_payment", new IsolationRecipe(Needs.PAID, "")),
            entry("explain_payment", new IsolationRecipe(Needs.REFUNDED, "")),
            entry("sync_payment", new IsolationRecipe(Needs.OPEN, "")),
            entry("cancel_payment", new IsolationRecipe(Needs.OPEN, "")),
            entry("list_payment_captures", new IsolationRecipe(Needs.CAPTURED, "")),
            entry("capture_payment", new IsolationRecipe(Needs.AUTHORIZED, "{}")),
            entry("refund_payment", new IsolationRecipe(Needs.PAID, "{}")),
            entry("read_capture", new IsolationRecipe(Needs.CAPTURED, "")),
            entry("sync_capture", new IsolationRecipe(Needs.CAPTURED, "")),
            entry("list_refunds", new IsolationRecipe(Needs.REFUNDED, "")),
            entry("read_refund", new IsolationRecipe(Needs.REFUNDED, "")),
            entry("sync_refund", new IsolationRecipe(Needs.REFUNDED, "")));

    /** Calls that speak of the tenant as a whole: both of its modes share what they show. */
    static final Set<String> OF_THE_TENANT = Set.of(
            "read_checkout_policy",
            "change_checkout_policy",
            "read_buyer_data_policy",
            "change_buyer_data_policy",
            // the audit trail, where it leaves an entry; BuyerDataIT keeps the modes apart
            "erase_buyer_data");

    private static final Map<Parameter, Meaning> PARAMETERS = Map.ofEntries(
            entry(new Parameter("path", "id"), Meaning.ID),
            entry(new Parameter("query", "payment"), Meaning.FILTER),
            entry(new Parameter("query", "checkout_session"), Meaning.FILTER),
            entry(new Parameter("query", "order_reference"), Meaning.FILTER),
            entry(new Parameter("query", "cursor"), Meaning.CURSOR),
            entry(new Parameter("header", "Idempotency-Key"), Meaning.KEY),
            entry(new Parameter("query", "status"), Meaning.PLAIN),
            entry(new Parameter("query", "needs_review"), Meaning.PLAIN),
            entry(new Parameter("query", "created[gte]"), Meaning.PLAIN),
            entry(new Parameter("query", "created[lt]"), Meaning.PLAIN),
            entry(new Parameter("query", "limit"), Meaning.PLAIN));

    /** Fields of bodies that look like ids and are the merchant's or Antom's own words, never an object of ours. */
    private static final Set<String> FOREIGN_WORDS = Set.of(
            "device.cookie_id",
            "device.device_id",
            "device.device_token_id",
            "goods.price_id",
            "merchant.store.operator_id",
            "merchant.store.terminal_id",
            "merchant_account_id",
            "shipping.fee_id");

    private static final Set<String> OUR_OBJECTS = Set.of(
            "id",
            "payment",
            "refund",
            "capture",
            "checkout_session",
            "session",
            "client",
            "endpoint",
            "event",
            "delivery",
            "tenant",
            "member",
            "gateway_account");

    static Map<String, IsolationRecipe> calls() {
        return CALLS;
    }

    static IsolationRecipe of(Operation operation) {
        IsolationRecipe known = CALLS.get(operation.id());
        if (known == null) {
            throw new AssertionError("the cross-tenant matrix does not know " + operation.id() + ": add it to "
                    + IsolationRecipe.class.getSimpleName());
        }
        return known;
    }

    static Meaning of(Operation operation, Parameter parameter) {
        Meaning known = PARAMETERS.get(parameter);
        if (known == null) {
            throw new AssertionError("the cross-tenant matrix does not know the " + parameter + " of " + operation.id()
                    + ": add it to " + IsolationRecipe.class.getSimpleName());
        }
        return known;
    }

    /** Fields of the body that may name an object of ours, which the matrix would have to fill. */
    static List<String> unknownFields(Operation operation) {
        return operation.fields().stream()
                .filter(field -> namesAnObject(field.substring(field.lastIndexOf('.') + 1)))
                .filter(field -> !FOREIGN_WORDS.contains(field))
                .toList();
    }

    private static boolean namesAnObject(String name) {
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return name.endsWith("_id") || name.endsWith("_ids") || OUR_OBJECTS.contains(one);
    }
}
