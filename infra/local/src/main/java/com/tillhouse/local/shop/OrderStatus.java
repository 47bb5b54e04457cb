package com.tillhouse.local.shop;

import java.util.Map;
import java.util.Optional;

/** What the shop believes about an order; only a signed webhook changes it. */
enum OrderStatus {
    WAITING("Waiting for your payment"),
    PAID("Paid"),
    DECLINED("Payment declined"),
    EXPIRED("Payment expired"),
    CANCELED("Payment canceled");

    private static final Map<String, OrderStatus> BY_EVENT = Map.of(
            "payment.succeeded", PAID,
            "payment.failed", DECLINED,
            "payment.expired", EXPIRED,
            "checkout_session.expired", EXPIRED,
            "payment.canceled", CANCELED);

    private final String title;

    OrderStatus(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** What this event means for an order; most events mean nothing to this shop. */
    static Optional<OrderStatus> ofEvent(String type) {
        return Optional.ofNullable(BY_EVENT.get(type));
    }

    /** Webhooks may come late and out of order: money that came stays, unless it is canceled; a late expiry says nothing new. */
    OrderStatus after(OrderStatus news) {
        if (this == WAITING || news == PAID) {
            return this == CANCELED ? this : news;
        }
        return this == PAID && news == CANCELED ? news : this;
    }
}
