package com.tillhouse.admin.look;

import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.refund.domain.RefundStatus;

/**
 * What a merchant calls a status.
 *
 * @param meaning one sentence for the detail page
 */
public record StatusWord(String text, Tone tone, String meaning) {

    /** How good the news is. */
    public enum Tone {
        GOOD,
        BAD,
        WAITING,
        QUIET
    }

    /** The word for a payment. */
    public static StatusWord of(PaymentStatus status) {
        return switch (status) {
            case CREATED -> new StatusWord("Starting", Tone.WAITING, "Antom has not answered yet.");
            case OPEN ->
                new StatusWord(
                        "Waiting for buyer", Tone.WAITING, "The payment page is open and the buyer has not paid yet.");
            case PROCESSING ->
                new StatusWord(
                        "Processing",
                        Tone.WAITING,
                        "The buyer has paid or is paying. Antom is still settling the result; don’t ship yet.");
            case AUTHORIZED ->
                new StatusWord(
                        "Authorised",
                        Tone.WAITING,
                        "The buyer’s money is held for you and not taken yet. Capture it before the authorisation ends.");
            case SUCCEEDED -> new StatusWord("Paid", Tone.GOOD, "The money was taken.");
            case FAILED -> new StatusWord("Declined", Tone.BAD, "The payment was refused; no money was taken.");
            case EXPIRED -> new StatusWord("Expired", Tone.QUIET, "Nobody paid before the time was over.");
            case CANCELED -> new StatusWord("Cancelled", Tone.QUIET, "The payment was cancelled; nothing is owed.");
            case ABANDONED ->
                new StatusWord(
                        "Abandoned",
                        Tone.QUIET,
                        "Antom did not answer, so no buyer was sent there. It stays watched in case a payment arrives late.");
        };
    }

    /** The word for a session. */
    public static StatusWord of(SessionStatus status) {
        return switch (status) {
            case OPEN -> new StatusWord("Waiting for buyer", Tone.WAITING, "The order can be paid.");
            case COMPLETED -> new StatusWord("Paid", Tone.GOOD, "The order is paid.");
            case EXPIRED -> new StatusWord("Expired", Tone.QUIET, "Nobody paid before the time was over.");
            case CANCELED -> new StatusWord("Cancelled", Tone.QUIET, "The order can’t be paid any more.");
        };
    }

    /** The word for a refund. */
    public static StatusWord of(RefundStatus status) {
        return switch (status) {
            case PROCESSING ->
                new StatusWord(
                        "On its way",
                        Tone.WAITING,
                        "Antom has not said yet that the buyer has the money; the amount is set aside.");
            case SUCCEEDED -> new StatusWord("Refunded", Tone.GOOD, "The buyer gets the money back.");
            case FAILED -> new StatusWord("Failed", Tone.BAD, "The buyer did not get the money back.");
        };
    }
}
