package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Violations;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One kind of goods in the order, and how many. */
public record Goods(
        String reference,
        String name,
        @Nullable Money unitAmount,
        @Nullable Integer quantity,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String skuName,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable String deliveryMethodType,
        @Nullable String priceId) {
    private static final Set<String> DELIVERY = Set.of("PHYSICAL", "DIGITAL");

    void check(String at, Violations found) {
        found.text(at + "/reference", reference, 64);
        found.text(at + "/name", name, 256);
        found.require(quantity == null || quantity >= 1, at + "/quantity", "too_small", "must be at least 1.");
        found.optionalText(at + "/category", category, 64);
        found.optionalText(at + "/brand", brand, 64);
        found.optionalText(at + "/sku_name", skuName, 128);
        found.optionalUrl(at + "/url", url);
        found.optionalUrl(at + "/image_url", imageUrl);
        found.optionalWord(at + "/delivery_method_type", deliveryMethodType, DELIVERY);
        found.optionalText(at + "/price_id", priceId, 64);
    }
}
