package com.tillhouse.api.checkout;

import com.tillhouse.core.checkout.domain.order.Buyer;
import com.tillhouse.core.checkout.domain.order.Gaming;
import com.tillhouse.core.checkout.domain.order.Goods;
import com.tillhouse.core.checkout.domain.order.Lodging;
import com.tillhouse.core.checkout.domain.order.Merchant;
import com.tillhouse.core.checkout.domain.order.Shipping;
import com.tillhouse.core.checkout.domain.order.Transit;
import com.tillhouse.core.checkout.domain.page.CreditPayPlan;
import com.tillhouse.core.checkout.domain.page.Device;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkout session as a merchant asks for it. What is mandatory here may still be missing in a request; the command says so by its pointer.
 *
 * @param orderReference the merchant's own order number; 1 to 64 characters, not unique
 * @param amount what the buyer pays
 * @param description shown to the buyer; 1 to 256 characters
 * @param redirectUrl where the buyer's browser returns to
 * @param notifyUrl a webhook address for this session alone, beside the configured endpoints
 * @param goods what is bought; at most 100 kinds
 * @param buyer who buys, as the merchant knows them
 * @param shipping how the goods get to the buyer
 * @param transit a journey: departure time, both cities and the carrier's number of each leg are mandatory
 * @param lodging a stay
 * @param gaming a game whose balance is topped up
 * @param merchant the secondary merchant, for acquirers only
 * @param needDeclaration whether the order is declared to customs
 * @param extendInfo free text that the provider's support may ask for
 * @param paymentMethodTypes methods offered on the page, in order; empty lets the buyer choose among all
 * @param settlementCurrency the currency to settle in, when several are contracted
 * @param locale language of the page, or {@code automatic}
 * @param captureMode {@code automatic}, which is also the default, or {@code manual}; in capitals too
 * @param merchantRegion ISO 3166-1 code, where the provider's product asks for it
 * @param merchantAccountId one of several locations under one provider account
 * @param enableInstallmentCollection whether the page offers instalments
 * @param creditPayPlan the instalments offered
 * @param terminalType {@code WEB} (default), {@code WAP}, {@code APP} or {@code MINI_APP}
 * @param osType {@code IOS} or {@code ANDROID}; mandatory unless terminal_type is WEB
 * @param device the buyer's device, for risk checks
 * @param metadata up to 50 texts that are kept and given back; names up to 40, values up to 500 characters
 * @param expiresAt 5 minutes to 30 days from now; one hour from now when absent
 */
public record OpenSessionRequest(
        String orderReference,
        Money amount,
        String description,
        String redirectUrl,
        @Nullable String notifyUrl,
        List<Goods> goods,
        @Nullable Buyer buyer,
        @Nullable Shipping shipping,
        @Nullable Transit transit,
        @Nullable Lodging lodging,
        @Nullable Gaming gaming,
        @Nullable Merchant merchant,
        @Nullable Boolean needDeclaration,
        @Nullable String extendInfo,
        List<String> paymentMethodTypes,
        @Nullable String settlementCurrency,
        @Nullable String locale,
        @Nullable String captureMode,
        @Nullable String merchantRegion,
        @Nullable String merchantAccountId,
        @Nullable Boolean enableInstallmentCollection,
        @Nullable CreditPayPlan creditPayPlan,
        @Nullable String terminalType,
        @Nullable String osType,
        @Nullable Device device,
        Map<String, String> metadata,
        @Nullable Instant expiresAt) {

    public OpenSessionRequest {
        goods = goods == null ? List.of() : List.copyOf(goods);
        paymentMethodTypes = paymentMethodTypes == null ? List.of() : List.copyOf(paymentMethodTypes);
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    }
}
