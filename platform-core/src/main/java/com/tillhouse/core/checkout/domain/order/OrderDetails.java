package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.shared.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is bought, by whom, and how the page is to be shown (Antom: createPaymentSession, order).
 *
 * @param description shown in the buyer's records; at most 256 characters
 * @param needDeclaration whether the order is declared to customs
 * @param extendInfo free text that Antom's support may ask for
 */
public record OrderDetails(
        String description,
        List<Goods> goods,
        @Nullable Buyer buyer,
        @Nullable Shipping shipping,
        @Nullable Transit transit,
        @Nullable Lodging lodging,
        @Nullable Gaming gaming,
        @Nullable Merchant merchant,
        @Nullable Boolean needDeclaration,
        @Nullable String extendInfo,
        PageOptions page) {

    private static final int MOST_GOODS = 100;

    public OrderDetails {
        goods = List.copyOf(goods);
    }

    /** Notes everything that Antom would not take, by the pointers of the API. */
    public void check(Violations found) {
        found.text("/description", description, 256);
        found.atMost("/goods", goods, MOST_GOODS);
        for (int i = 0; i < goods.size(); i++) {
            goods.get(i).check("/goods/" + i, found);
        }
        if (buyer != null) {
            buyer.check("/buyer", found);
        }
        if (shipping != null) {
            shipping.check("/shipping", found);
        }
        checkKind(found);
        found.optionalText("/extend_info", extendInfo, 2048);
        page.check(found);
    }

    private void checkKind(Violations found) {
        if (transit != null) {
            transit.check("/transit", found);
        }
        if (lodging != null) {
            lodging.check("/lodging", found);
        }
        if (gaming != null) {
            gaming.check("/gaming", found);
        }
        if (merchant != null) {
            merchant.check("/merchant", found);
        }
    }
}
