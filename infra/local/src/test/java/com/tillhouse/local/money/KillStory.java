package com.tillhouse.local.money;

import com.tillhouse.local.money.MerchantFixture.Order;
import java.util.List;

/**
 * One request whose process is killed while it stands at a place of its way.
 *
 * @param deed what is asked for
 * @param place where it stands, such as {@code transaction-1-committed} or {@code call-1-done-at-antom}
 * @param client what the client does after the kill
 * @param reference the merchant's own number of the order
 * @param payment the payment that was there before; empty when a session is opened
 */
record KillStory(Deed deed, String place, Client client, String reference, String payment, Order order) {
    /** Antom has done it, and the answer has not been read. */
    static final String AT_ANTOM = "-done-at-antom";

    /** What may be interrupted. */
    enum Deed {
        OPEN("createPaymentSession"),
        RETRY("cancel", "createPaymentSession"),
        EXPIRE("cancel"),
        CANCEL_UNPAID("cancel"),
        CANCEL_PAID("cancel"),
        REFUND("refund");

        private final List<String> calls;

        Deed(String... calls) {
            this.calls = List.of(calls);
        }
    }

    /** What the client does that never got an answer. */
    enum Client {
        GIVES_UP,
        REPEATS_AT_ONCE,
        REPEATS_AFTER_RECOVERY
    }

    boolean atAntom() {
        return place.endsWith(AT_ANTOM);
    }

    /** Antom's name of the call in whose midst it stands. */
    String call() {
        return deed.calls.get(Integer.parseInt(place.split("-")[1]) - 1);
    }

    /** How it is called in the output of its process, and in failures. */
    String name() {
        return deed + ":" + client + ":" + place;
    }

    @Override
    public String toString() {
        return name() + " " + reference + " " + payment;
    }
}
