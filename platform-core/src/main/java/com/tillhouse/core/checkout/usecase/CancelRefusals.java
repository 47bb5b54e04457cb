package com.tillhouse.core.checkout.usecase;

import java.util.Map;

/** What Antom's refusals of a cancel mean to a merchant (Antom: cancel, result codes). */
final class CancelRefusals {
    private static final String GENERAL =
            "Antom refused this cancel. The code beside this sentence says why; contact support if it keeps coming.";

    private static final Map<String, String> SENTENCES = Map.of(
            "CANCEL_WINDOW_EXCEED", "The time in which Antom cancels this payment is over; refund it instead.",
            "MERCHANT_BALANCE_NOT_ENOUGH",
                    "Your balance at Antom does not cover giving this back. Top it up and cancel again.",
            "ORDER_NOT_EXIST",
                    "Antom does not hold this payment yet, so there is nothing to cancel there. It closes by itself when its time is over.",
            "ORDER_STATUS_INVALID",
                    "Antom holds this payment in a state that can't be cancelled. Look at it again in a minute.",
            "PAYMENT_METHOD_NOT_SUPPORTED", "This payment method can't be cancelled; refund it once it is paid.",
            "USER_NOT_EXIST", "Antom can't give the money back to this buyer. Contact Antom's support.",
            "USER_STATUS_ABNORMAL", "Antom can't give the money back to this buyer. Contact Antom's support.");

    private CancelRefusals() {}

    static String sentence(String code) {
        return SENTENCES.getOrDefault(code, GENERAL);
    }
}
