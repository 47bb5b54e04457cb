package com.tillhouse.admin.money;

/** Why a person should look at a payment, in a merchant's words. */
final class ReviewWord {
    private ReviewWord() {}

    static String of(String reason) {
        if (reason.equals("amount_mismatch")) {
            return "Antom reported another amount than this payment has. The status was left as it is; compare both before you ship or refund.";
        }
        if (reason.startsWith("impossible_move_")) {
            return "Antom reported something that does not fit what this payment was before. The status was left as it is and Antom is asked"
                    + " again. (" + reason + ")";
        }
        if (reason.startsWith("captured_although_")) {
            return "Antom captured money of this payment although it had ended before. Compare it with Antom’s dashboard and refund what you do not"
                    + " want to keep. (" + reason + ")";
        }
        return "A person should look at this payment: " + reason;
    }
}
