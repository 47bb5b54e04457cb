package com.tillhouse.local.money;

import com.tillhouse.local.money.MerchantFixture.Order;

/**
 * One request whose process is killed while it stands at a place of its way.
 *
 * @param deed what is asked for
 * @param place where it stands, such as {@code transaction-1-committed} or {@code call-1-done-at-antom}
 * @param client what the client does after the kill
 * @param payment what is cancelled or refunded; empty when a session is opened
 */
record KillStory(Deed deed, String place, Client client, String payment, Order order) {
    /** Antom has done it, and the answer has not been read. */
    static final String AT_ANTOM = "-done-at-antom";

    /** What may be interrupted. */
    enum Deed {
        OPEN("createPaymentSession"),
        CANCEL_UNPAID("cancel"),
        CANCEL_PAID("cancel"),
        REFUND("refund");

        private final String call;

        Deed(String call) {
            this.call = call;
        }

        /** Antom's name of the call that it costs. */
        String call() {
            return call;
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

    /** The merchant's own order number, when a session is opened. */
    String reference() {
        return order.body().replaceFirst("(?s).*\"order_reference\":\"([^\"]*)\".*", "$1");
    }

    /** How it is called in the output of its process, and in failures. */
    String name() {
        return deed + ":" + client + ":" + place;
    }

    @Override
    public String toString() {
        return name() + (payment.isEmpty() ? "" : " " + payment);
    }
}
