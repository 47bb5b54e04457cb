package com.tillhouse.core;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.order.Goods;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.checkout.domain.page.Terminal;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds sessions and news with good defaults. */
public final class CheckoutFixture {
    /** A fixed moment: noon in UTC, evening at Antom. */
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private CheckoutFixture() {}

    public static TenantId tenant() {
        return new TenantId(UUID.randomUUID());
    }

    public static Money sgd(long minor) {
        return new Money("SGD", minor);
    }

    /** A plain order of coffee. */
    public static OrderDetails order() {
        return order(null);
    }

    /** The same, captured by Antom itself or by the merchant. */
    public static OrderDetails order(@Nullable String captureMode) {
        PageOptions page = new PageOptions(
                List.of(), null, "en", captureMode, null, null, null, null, new Terminal("WEB", null, null));
        Goods coffee = new Goods("sku-1", "Cappuccino", sgd(6000), 1, null, null, null, null, null, null, null);
        return new OrderDetails(
                "Cappuccino #grande", List.of(coffee), null, null, null, null, null, null, null, null, page);
    }

    /** An order of sixty dollars, open for an hour. */
    public static SessionOrigin origin(TenantId tenant, Instant now) {
        return origin(tenant, now, order());
    }

    /** A session of sixty dollars for this order. */
    public static SessionOrigin origin(TenantId tenant, Instant now, OrderDetails order) {
        return new SessionOrigin(
                tenant,
                RandomId.withPrefix("cs_"),
                Mode.TEST,
                "ORDER-1",
                sgd(6000),
                order,
                "https://shop.example/return",
                null,
                Map.of("table", "7"),
                now,
                now.plus(Duration.ofHours(1)));
    }

    public static CheckoutSession session(TenantId tenant, Instant now) {
        return CheckoutSession.open(origin(tenant, now));
    }

    /** One whose money the merchant captures. */
    public static CheckoutSession manualSession(TenantId tenant, Instant now) {
        return CheckoutSession.open(origin(tenant, now, order("MANUAL")));
    }

    /** Antom says this of a payment of sixty dollars. */
    public static PaymentNews news(PaymentNews.Standing standing, Cause cause) {
        String status = standing == PaymentNews.Standing.REFUSED || standing == PaymentNews.Standing.CLOSED ? "F" : "S";
        return new PaymentNews(
                standing,
                cause,
                new ProviderResult(status, standing.name(), null),
                sgd(6000),
                "2026112219401080010018",
                "CARD",
                null);
    }
}
