package com.tillhouse.admin.trail;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.StatusWord.Tone;
import com.tillhouse.admin.trail.Sentence.Who;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.trail.domain.line.TrailActor;
import com.tillhouse.core.trail.domain.line.TrailApiCall;
import com.tillhouse.core.trail.domain.line.TrailApiRefusal;
import com.tillhouse.core.trail.domain.line.TrailDecision;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the merchant's own backend and people asked for, and what we answered when it could not be done. */
final class CallWords {
    private static final Map<String, String> ASKED = Map.of(
            "POST /v1/checkout/sessions", "opened the checkout",
            "POST /v1/checkout/sessions/{id}/retry", "asked for another attempt to pay",
            "POST /v1/checkout/sessions/{id}/expire", "ended the checkout before its time",
            "POST /v1/payments/{id}/cancel", "asked to cancel the payment",
            "POST /v1/payments/{id}/refunds", "asked for a refund",
            "POST /v1/payments/{id}/captures", "asked for a capture",
            "POST /v1/payments/{id}/sync", "asked what became of the payment",
            "POST /v1/refunds/{id}/sync", "asked what became of the refund");

    private static final Map<String, String> REFUSED = Map.of(
            "refund_exceeds_available", "not that much is left to refund",
            "payment_not_refundable", "the payment can’t be refunded as it is",
            "currency_mismatch", "the payment is in another currency",
            "previous_attempt_open", "the attempt before it could not be closed for certain",
            "cancel_refused", "Antom refused",
            "gateway_timeout", "Antom gave no reliable answer yet",
            "gateway_not_ready", "the keys for Antom are not set up");

    private static final Map<String, String> DECIDED =
            Map.of("ask_again", "ask Antom again", "leave", "leave it as it is");

    private CallWords() {}

    static Sentence of(TrailApiCall call) {
        String deed = ASKED.getOrDefault(call.operation(), "called " + call.operation());
        return Sentence.of(
                who(call.by()),
                Tone.QUIET,
                subject(call.by()) + " " + deed + amount(call.amount()) + ".",
                call.by().requestId(),
                call.madeId());
    }

    static Sentence of(TrailApiRefusal refusal) {
        String why = REFUSED.getOrDefault(refusal.code(), refusal.code().replace('_', ' '));
        return Sentence.of(
                Who.TILLHOUSE,
                Tone.BAD,
                "That was refused: " + why + ".",
                refusal.by().requestId(),
                refusal.code());
    }

    static Sentence of(TrailDecision decision) {
        String decided =
                DECIDED.getOrDefault(decision.decision(), decision.decision().replace('_', ' '));
        String reason = decision.reason() == null ? "" : " “" + decision.reason() + "”";
        return Sentence.of(
                Who.PERSON,
                Tone.QUIET,
                "Someone in your team decided: " + decided + "." + reason,
                decision.by().requestId());
    }

    private static Who who(TrailActor by) {
        return "member".equals(by.kind()) ? Who.PERSON : Who.SHOP;
    }

    private static String subject(TrailActor by) {
        return "member".equals(by.kind()) ? "Someone in your team" : "Your shop";
    }

    private static String amount(@Nullable Money amount) {
        return amount == null || !amount.positive() ? "" : " of " + AmountText.of(amount);
    }
}
