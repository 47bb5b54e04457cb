package com.tillhouse.sandbox.page;

import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the page shows of the request: the order's description, its goods, and the language asked for. */
record OrderFacts(String reference, String description, List<Goods> goods, String locale) {

    /** One line of the order. */
    record Goods(
            String name,
            String quantity,
            @Nullable Amount unitAmount,
            @Nullable String imageUrl) {}

    static OrderFacts of(Payment payment) {
        JsonNode body = Json.parse(payment.requestBody());
        JsonNode order = body.path("order");
        return new OrderFacts(
                order.path("referenceOrderId").asString(""),
                order.path("orderDescription").asString(""),
                order.path("goods").valueStream().map(OrderFacts::goods).toList(),
                body.path("locale").asString(""));
    }

    /** The same as maps, which is what the template reads. */
    Map<String, Object> forPage(Locale language) {
        return Map.of(
                "reference", reference,
                "description", description,
                "goods", goods.stream().map(item -> line(item, language)).toList());
    }

    private static Goods goods(JsonNode item) {
        JsonNode amount = item.path("goodsUnitAmount");
        return new Goods(
                item.path("goodsName").asString(""),
                item.path("goodsQuantity").asString("1"),
                amount.isObject()
                        ? new Amount(
                                amount.path("currency").asString(),
                                amount.path("value").asString())
                        : null,
                item.path("goodsImageUrl").isString()
                        ? item.path("goodsImageUrl").asString()
                        : null);
    }

    private static Map<String, Object> line(Goods item, Locale language) {
        Map<String, Object> line = new HashMap<>();
        line.put("name", item.name());
        line.put("quantity", item.quantity());
        line.put("image", item.imageUrl());
        line.put("unit", item.unitAmount() == null ? null : MoneyText.of(item.unitAmount(), language));
        return line;
    }
}
