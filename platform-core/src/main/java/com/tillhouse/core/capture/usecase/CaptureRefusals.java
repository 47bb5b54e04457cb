package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.domain.CaptureState;
import com.tillhouse.core.capture.domain.CaptureStatus;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Antom's refusals of a capture mean to a merchant (Antom: capture, result codes). */
final class CaptureRefusals {
    private static final String GENERAL =
            "Antom refused this capture. The code beside this sentence says why; contact support if it keeps coming.";
    private static final String BUYER =
            "The buyer's account can't be charged any more. Ask the buyer to pay in another way.";
    private static final String LIMIT =
            "The buyer has reached a limit of the payment method. Try later or capture less.";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("ACCESS_DENIED", "Your account at Antom may not capture. Contact Antom's support."),
            Map.entry(
                    "AUTH_CANCELLED",
                    "The authorisation was cancelled, and the buyer's money is free again. Nothing of it can be captured."),
            Map.entry(
                    "AUTH_EXPIRED",
                    "The time to capture is over, and the buyer's money is free again. Ask the buyer to pay anew."),
            Map.entry(
                    "AUTH_NOT_FOUND",
                    "Antom knows no authorisation of this payment. Check that the keys belong to the account that took it."),
            Map.entry(
                    "CAPTURE_AMOUNT_EXCEED_AUTH_LIMIT",
                    "Antom counts captures of this payment that leave less than this amount."),
            Map.entry("CURRENCY_NOT_SUPPORT", "Antom does not capture in this currency."),
            Map.entry(
                    "MULTI_CAPTURE_NOT_SUPPORTED",
                    "This payment method allows one capture only, or the last one was made already. The rest stays with the buyer."),
            Map.entry(
                    "INVALID_CONTRACT",
                    "Your contract with Antom does not cover captures of this payment method. Contact Antom's support."),
            Map.entry("NO_PAY_OPTIONS", "The buyer's payment method offers no way to take the money."),
            Map.entry("ORDER_IS_CANCELED", "The payment was cancelled, so there is nothing to capture."),
            Map.entry(
                    "ORDER_STATUS_INVALID",
                    "Antom does not hold this payment as authorised. Ask for it anew and try again."),
            Map.entry("PARAM_ILLEGAL", "Antom could not read this capture. Contact support."),
            Map.entry("PAYMENT_COUNT_EXCEED_LIMIT", LIMIT),
            Map.entry(
                    "PROCESS_FAIL",
                    "Antom could not carry out this capture. Contact Antom's support before you try again."),
            Map.entry(
                    "REPEAT_REQ_INCONSISTENT",
                    "Antom holds a capture of this id with another amount. Contact support."),
            Map.entry("RISK_REJECT", "Antom refused this capture because of its risk. Don't ship."),
            Map.entry("USER_AMOUNT_EXCEED_LIMIT", LIMIT),
            Map.entry("USER_BALANCE_NOT_ENOUGH", "The buyer's balance does not cover this capture."),
            Map.entry("USER_NOT_EXIST", BUYER),
            Map.entry("USER_STATUS_ABNORMAL", BUYER));

    private CaptureRefusals() {}

    static @Nullable String sentence(CaptureState state) {
        ProviderResult last = state.last();
        if (state.status() != CaptureStatus.FAILED || last == null) {
            return null;
        }
        return SENTENCES.getOrDefault(last.code(), GENERAL);
    }
}
