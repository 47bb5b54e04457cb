package com.tillhouse.admin.review;

import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.review.ReviewChoice;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person can decide, in plain words.
 *
 * @param settleAs the status it would get, as its enum writes it
 * @param meaning what follows from it
 */
record Option(ReviewChoice choice, @Nullable String settleAs, String text, String meaning) {
    static final Option ASK_AGAIN = new Option(
            ReviewChoice.ASK_AGAIN,
            null,
            "Ask Antom again",
            "Antom is asked within seconds. If it says the same, this comes back here.");
    static final Option LEAVE = new Option(
            ReviewChoice.LEAVE,
            null,
            "Leave it as it is",
            "Nothing changes but that somebody has looked. It comes back only if Antom brings news that do not fit.");

    /** As it is said of what was decided before. */
    String done() {
        return switch (choice) {
            case ASK_AGAIN -> "Asked Antom again";
            case LEAVE -> "Left as it was";
            case SETTLE -> "Settled" + text.substring("Settle".length());
        };
    }

    static Option of(PaymentStatus end) {
        return switch (end) {
            case SUCCEEDED ->
                settle(
                        end,
                        "Settle as paid",
                        "The order counts as paid, and your server is told so. Only if you know that the money has arrived.");
            case FAILED ->
                settle(end, "Settle as declined", "No money was taken. Your server is told that the payment failed.");
            case EXPIRED ->
                settle(end, "Settle as expired", "Nobody paid in time. Your server is told that the payment expired.");
            default ->
                settle(
                        end,
                        "Settle as cancelled",
                        "The buyer did not pay, or has all of it back. Your server is told that the payment was cancelled.");
        };
    }

    static Option of(RefundStatus end) {
        return end == RefundStatus.SUCCEEDED
                ? settle(
                        end,
                        "Settle as refunded",
                        "The buyer has the money back. The amount counts as refunded for good.")
                : settle(
                        end,
                        "Settle as failed",
                        "The buyer does not get this money, and the amount can be refunded again. If Antom did pay it out, the buyer could get it twice.");
    }

    private static Option settle(Enum<?> end, String text, String meaning) {
        return new Option(ReviewChoice.SETTLE, end.name(), text, meaning);
    }
}
