package com.tillhouse.local.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a demo merchant sells.
 *
 * @param value price in minor units
 * @param price the price as people read it
 * @param extra further parts of the session that this trade needs, such as {@code transit}
 */
record Product(
        String reference,
        String name,
        String blurb,
        String currency,
        long value,
        String price,
        List<String> facts,
        Map<String, Object> extra) {

    /** The body of {@code POST /v1/checkout/sessions} for one piece. */
    Map<String, Object> session(String orderReference, String redirectUrl, String imageUrl) {
        Map<String, Object> amount = Map.of("currency", currency, "value", value);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("order_reference", orderReference);
        body.put("amount", amount);
        body.put("description", name);
        body.put("redirect_url", redirectUrl);
        body.put("terminal_type", "WEB");
        body.put("locale", "en");
        body.put(
                "goods",
                List.of(Map.of(
                        "reference",
                        reference,
                        "name",
                        name,
                        "quantity",
                        1,
                        "unit_amount",
                        amount,
                        "image_url",
                        imageUrl)));
        body.put("metadata", Map.of("channel", "demo-shop"));
        body.putAll(extra);
        return body;
    }
}
