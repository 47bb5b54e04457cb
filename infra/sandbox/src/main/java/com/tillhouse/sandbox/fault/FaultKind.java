package com.tillhouse.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on demand. */
public enum FaultKind {
    /** The call takes effect; the connection closes without an answer. */
    LOSE_RESPONSE(false),
    /** The call takes effect; the answer comes late. */
    DELAY(false),
    /** The call takes effect; the answer comes byte by byte. */
    DRIP(false),
    /** The call takes effect; the answer is an HTML page with status 500. */
    HTTP_500_HTML(false),
    /** The call takes effect; the answer is 200 with nothing in it. */
    EMPTY_200(false),
    /** The call takes effect; its answer carries no signature. */
    UNSIGNED_SUCCESS(false),
    /** The call takes effect; the signature of its answer belongs to another text. */
    BAD_SIGNATURE(false),
    /** The call takes no effect; the answer is U UNKNOWN_EXCEPTION. */
    UNKNOWN_U(false),
    /** The call takes effect; the answer holds a status that no document names. */
    UNKNOWN_ENUM(false),
    /** The first attempt is sent twice. */
    DUPLICATE(true),
    /** The first attempt waits for the delay. */
    LATE(true),
    /** The first attempt's body is changed after it was signed. */
    TAMPER(true),
    /** The notification, well signed, names another amount. */
    WRONG_AMOUNT(true),
    /** The notification waits until a later one of the same payment has been sent, at most for the delay. */
    REORDER(true);

    private final boolean notification;

    FaultKind(boolean notification) {
        this.notification = notification;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean fits(Api api) {
        return api.isNotification() == notification;
    }

    public static Optional<FaultKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
