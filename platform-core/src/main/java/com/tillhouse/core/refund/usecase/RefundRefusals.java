package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.RefundState;
import com.tillhouse.core.refund.domain.RefundStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Antom's refusals of a refund mean to a merchant (Antom: refund, result codes). */
final class RefundRefusals {
    private static final String GENERAL =
            "Antom refused this refund. The code beside this sentence says why; contact support if it keeps coming.";

    private static final String SETTLED_BY_A_PERSON =
            "Somebody of your business settled this refund as failed; the note in the admin app says why.";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "MERCHANT_BALANCE_NOT_ENOUGH",
                    "Your balance at Antom does not cover this refund. Top it up or wait for the next payments, then make a new refund."),
            Map.entry("REFUND_AMOUNT_EXCEED", "Antom counts refunds of this payment that leave less than this amount."),
            Map.entry(
                    "REFUND_WINDOW_EXCEED",
                    "The time in which this payment can be refunded is over. Pay the buyer back another way."),
            Map.entry(
                    "MULTIPLE_REFUNDS_NOT_SUPPORTED", "This payment method allows one refund only, and there was one."),
            Map.entry("PARTIAL_REFUND_NOT_SUPPORTED", "This payment method can only be refunded in full."),
            Map.entry("REFUND_NOT_SUPPORTED", "This payment method can't be refunded. Pay the buyer back another way."),
            Map.entry(
                    "PAYMENT_METHOD_NOT_SUPPORTED",
                    "This payment method can't be refunded. Pay the buyer back another way."),
            Map.entry("ORDER_IS_CANCELED", "The payment was cancelled, so the buyer has the money back already."),
            Map.entry("ORDER_IS_CLOSED", "The payment is closed at Antom and can't be refunded."),
            Map.entry(
                    "ORDER_NOT_EXIST",
                    "Antom does not know this payment. Check that the keys belong to the account that took it."),
            Map.entry("ORDER_STATUS_INVALID", "Antom does not hold this payment as paid yet. Try again once it does."));

    private RefundRefusals() {}

    static @Nullable String sentence(RefundState state) {
        if (state.status() != RefundStatus.FAILED) {
            return null;
        }
        ProviderResult last = state.last();
        if (last == null) {
            return SETTLED_BY_A_PERSON;
        }
        return SENTENCES.getOrDefault(last.code(), GENERAL);
    }
}
