package com.tillhouse.core.adapter.antom.page;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.order.Address;
import com.tillhouse.core.checkout.domain.order.Buyer;
import com.tillhouse.core.checkout.domain.order.Goods;
import com.tillhouse.core.checkout.domain.order.Leg;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.domain.order.PersonName;
import com.tillhouse.core.checkout.domain.order.Transit;
import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.checkout.domain.page.Terminal;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of Antom's documented message, in our words. */
public final class OrderFixture {
    public static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Money TEN_YUAN = new Money("CNY", 1000);

    private OrderFixture() {}

    public static CheckoutSession documentedSession(TenantId tenant) {
        return session(tenant, details(page(List.of("ANTOM_BIZ_ACCOUNT"))), Duration.ofHours(1));
    }

    public static CheckoutSession session(TenantId tenant, OrderDetails details, Duration life) {
        return CheckoutSession.open(new SessionOrigin(
                tenant,
                RandomId.withPrefix("cs_"),
                Mode.TEST,
                "ORDER_2022111414171****",
                TEN_YUAN,
                details,
                "https://www.alipay.com",
                null,
                Map.of(),
                NOW,
                NOW.plus(life)));
    }

    public static OrderDetails details(PageOptions page) {
        Goods ticket = new Goods(
                "GoodsId-32078",
                "ticket-date-flight number-departure-arrival",
                TEN_YUAN,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Buyer buyer = new Buyer(
                "test1234****",
                new PersonName("Dehua Skr Liu", null, null, null),
                null,
                "alipay@alipay.com",
                null,
                null,
                null);
        Leg leg = new Leg(
                "2024-11-27T12:01:01+08:00", null, airport("SZX"), airport("HKG"), null, "111", null, null, null);
        Transit flight = new Transit("FLIGHT", List.of(leg), List.of());
        return new OrderDetails(
                "Cappuccino #grande (Mika's coffee shop)",
                List.of(ticket),
                buyer,
                null,
                flight,
                null,
                null,
                null,
                null,
                null,
                page);
    }

    public static PageOptions page(List<String> methods) {
        return new PageOptions(methods, "CNY", null, null, null, null, null, null, new Terminal("WEB", null, null));
    }

    public static Address airport(@Nullable String code) {
        return new Address(null, null, code, null, null, null, null);
    }
}
