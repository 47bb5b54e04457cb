package com.tillhouse.core.gatewaykey.domain;

import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.Locale;

/** What a live signed call with new keys showed. Only PROVED makes a version active. */
public enum KeyProof {
    PROVED("Antom accepted your signature, and its answer fits the key that you pasted."),
    NO_ANSWER(
            "Antom did not answer within 12 seconds, or could not be reached at the host of this account. Nothing is known of the keys."
                    + " Check the host, and try again."),
    KEY_NOT_FOUND(
            "Antom knows no key of yours for this client id. Check the client id, and that the public key shown here is saved in"
                    + " Antom's dashboard."),
    SIGNATURE_REFUSED(
            "Antom refused our signature: the public key in Antom's dashboard is not the one shown here. Copy it again and save"
                    + " it there."),
    ANTOM_KEY_DIFFERS(
            "Antom accepted the call, but its answer was not signed by the key that you pasted. Copy Antom's public key again: the"
                    + " one on the same page, in the same mode."),
    NOT_PERMITTED(
            "Antom knows your key but refuses this client id. Ask Antom whether the account is open for hosted checkout."),
    REFUSED("Antom refused the call before it looked at the order. Check the client id and the host."),
    UNCLEAR(
            "Antom answered, but its answer can't be read. Nothing is known of the keys. Try again; if it stays, tell Tillhouse.");

    private final String detail;

    KeyProof(String detail) {
        this.detail = detail;
    }

    /** What it means and what to do, for people. */
    public String detail() {
        return detail;
    }

    /** Stable, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the outcome of the call says of the keys. An answer without a signature is believed only as a reason to say no. */
    public static KeyProof of(Outcome<ProviderResult> outcome) {
        return switch (outcome) {
            case Outcome.Confirmed<ProviderResult> yes -> PROVED;
            case Outcome.Declined<ProviderResult> no -> NOT_PERMITTED;
            case Outcome.Undetermined<ProviderResult> lost -> of(lost);
        };
    }

    private static KeyProof of(Outcome.Undetermined<ProviderResult> lost) {
        ProviderResult hint = lost.hint();
        if (lost.reason() == Reason.UNSIGNED && hint != null) {
            return switch (hint.code()) {
                case "KEY_NOT_FOUND", "CLIENT_INVALID" -> KEY_NOT_FOUND;
                case "INVALID_SIGNATURE" -> SIGNATURE_REFUSED;
                default -> REFUSED;
            };
        }
        return switch (lost.reason()) {
            case NO_ANSWER -> NO_ANSWER;
            case FORGED -> ANTOM_KEY_DIFFERS;
            default -> UNCLEAR;
        };
    }
}
