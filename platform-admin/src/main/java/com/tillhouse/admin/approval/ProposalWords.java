package com.tillhouse.admin.approval;

import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.approval.domain.ProposedAct;
import java.time.Instant;
import java.util.Locale;

/** Proposals in plain words. */
final class ProposalWords {
    private ProposalWords() {}

    static String title(ProposedAct act) {
        return switch (act) {
            case CHECKOUT_POLICY -> "Change the checkout’s rules";
            case PAYMENT_REVIEW -> "Settle a payment";
            case REFUND_REVIEW -> "Settle a refund";
            case MEMBER_ROLE -> "Change a member’s role";
            case GATEWAY_KEY -> "Use another key at Antom";
            case WEBHOOK_URL -> "Send webhooks somewhere else";
            case FOUR_EYES_OFF -> "Turn four eyes off";
        };
    }

    /** {@code settle_as} is {@code Settle as}. */
    static String name(String parameter) {
        String words = parameter.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Constants as words; all else as it is. */
    static String value(String value) {
        return value.matches("[A-Z][A-Z_]+") ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }

    static String status(Proposal proposal, Instant now) {
        if (proposal.waitsAt(now)) {
            return "Waiting";
        }
        return switch (proposal.status()) {
            case WAITING -> "Expired";
            case EXECUTED -> "Approved and done";
            case REFUSED -> "Refused";
            case WITHDRAWN -> "Taken back";
            case STALE -> "Out of date";
        };
    }

    static String tone(Proposal proposal, Instant now) {
        if (proposal.waitsAt(now)) {
            return "waiting";
        }
        return proposal.status() == ProposalStatus.EXECUTED ? "good" : "quiet";
    }
}
