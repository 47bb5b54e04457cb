package com.tillhouse.core.checkout.domain.page;

import com.tillhouse.core.shared.Currencies;
import com.tillhouse.core.shared.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is not about the order but about paying it (Antom: createPaymentSession).
 *
 * @param paymentMethodTypes methods offered on the page, in order; empty lets the buyer choose among all
 * @param settlementCurrency must be given when several are contracted
 * @param locale page language, or {@code automatic}
 * @param captureMode AUTOMATIC unless said otherwise; MANUAL only authorises, and the merchant captures
 * @param merchantRegion ISO 3166-1 code, where Antom's product asks for it
 * @param merchantAccountId one of several locations under one client id
 */
public record PageOptions(
        List<String> paymentMethodTypes,
        @Nullable String settlementCurrency,
        @Nullable String locale,
        @Nullable String captureMode,
        @Nullable String merchantRegion,
        @Nullable String merchantAccountId,
        @Nullable Boolean enableInstallmentCollection,
        @Nullable CreditPayPlan creditPayPlan,
        Terminal terminal) {

    private static final int MOST_METHODS = 50;
    /** Antom prints 8, but names the nine letters of {@code automatic} as a value. */
    private static final int LOCALE_MAX = 9;

    public PageOptions {
        paymentMethodTypes = List.copyOf(paymentMethodTypes);
    }

    /** Who takes the money. */
    public CaptureMode captures() {
        return CaptureMode.of(captureMode);
    }

    /** Notes everything that Antom would not take, by the pointers of the API. */
    public void check(Violations found) {
        found.atMost("/payment_method_types", paymentMethodTypes, MOST_METHODS);
        for (int i = 0; i < paymentMethodTypes.size(); i++) {
            found.text("/payment_method_types/" + i, paymentMethodTypes.get(i), 64);
        }
        found.optionalText("/settlement_currency", settlementCurrency, 3);
        found.require(
                settlementCurrency == null || Currencies.supported(settlementCurrency),
                "/settlement_currency",
                "currency_not_supported",
                "must be a currency that Antom takes, in capitals.");
        found.optionalText("/locale", locale, LOCALE_MAX);
        found.optionalWord("/capture_mode", captureMode, Set.of("AUTOMATIC", "MANUAL"));
        found.optionalText("/merchant_region", merchantRegion, 2);
        found.optionalText("/merchant_account_id", merchantAccountId, 32);
        if (creditPayPlan != null) {
            creditPayPlan.check("/credit_pay_plan", found);
        }
        terminal.check(found);
    }
}
