package com.tillhouse.local.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purchase as the shop keeps it.
 *
 * @param session the checkout session at Tillhouse, by which webhooks find the order
 * @param webhook the id of the signed webhook that brought the status; null while waiting
 */
record ShopOrder(
        String reference,
        String slug,
        String session,
        OrderStatus status,
        @Nullable String webhook,
        Instant createdAt) {

    /** The order after a webhook; the same one if it tells nothing new. */
    ShopOrder told(OrderStatus news, String webhookId) {
        OrderStatus next = status.after(news);
        return next == status ? this : new ShopOrder(reference, slug, session, next, webhookId, createdAt);
    }
}
