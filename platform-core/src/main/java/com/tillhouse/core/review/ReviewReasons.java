package com.tillhouse.core.review;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reasons for a review as a merchant understands them. */
final class ReviewReasons {
    private static final Pattern IMPOSSIBLE = Pattern.compile("impossible_move_from_([A-Z]+)_to_([A-Z]+)");

    /** {@code {0}} stands for the word payment or refund. */
    private static final Map<String, String> SENTENCES = Map.of(
            "amount_mismatch",
                    "Antom names another amount than this {0} has. Its status was left as it is; compare both with Antom before you ship or give money back.",
            "provider_payment_id_mismatch",
                    "Antom names another payment of its own than before for this {0}. Its status was left as it is; compare both with Antom.",
            "processing_too_long",
                    "Antom has called this {0} pending for more than eight days, longer than any payment method takes.",
            "antom_cannot_tell",
                    "Antom has been asked for a day and has not said clearly what became of this {0}. It goes on being asked.",
            "cancel_undetermined",
                    "This {0} was to be cancelled, and Antom has not said clearly that it was. The cancel is repeated; until it is clear, nothing can be refunded.",
            "unknown_at_antom", "This {0} has ended here, but Antom says that it knows no such {0}.",
            "surplus_not_returned",
                    "This {0} should not have come and was to go back to the buyer, but Antom refused the refund. The buyer must get the money back another way.",
            "refund_returned",
                    "This {0} had succeeded, but the money did not reach the buyer and Antom gave it back to you. The buyer must get it another way.",
            "refund_in_another_currency",
                    "Somebody refunded this {0} elsewhere in another currency, so it could not be counted here. Compare both with Antom.");

    private static final String CAPTURED_LATE =
            "Antom captured money of this {0} although it had ended before. Compare it with Antom and refund what you do not want to keep.";

    private ReviewReasons() {}

    static String sentence(String reason, String object) {
        Matcher impossible = IMPOSSIBLE.matcher(reason);
        String sentence = impossible.matches()
                ? "Antom says that this {0} has become " + word(impossible.group(2)) + ", but here it is "
                        + word(impossible.group(1))
                        + " and can't become that. Its status was left as it is; compare both with Antom."
                : reason.startsWith("captured_although_")
                        ? CAPTURED_LATE
                        : SENTENCES.getOrDefault(
                                reason,
                                "Something about this {0} does not fit, and Antom can't tell more (" + reason
                                        + "). Compare it with Antom.");
        return sentence.replace("{0}", object);
    }

    private static String word(String status) {
        return status.toLowerCase(Locale.ROOT);
    }
}
