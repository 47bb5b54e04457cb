package com.tillhouse.local.shop;

import com.tillhouse.local.shop.TenantApi.OpenedSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The pages: show the product, open a session for one purchase, show how the order stands. */
final class ShopController {
    private static final Logger LOG = LoggerFactory.getLogger(ShopController.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BAD_GATEWAY = 502;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final ShopSettings settings;
    private final OrderRepository orders;
    private final InstantSource clock;
    private final Map<String, TenantApi> tillhouse;

    ShopController(ShopSettings settings, OrderRepository orders) {
        this.settings = settings;
        this.orders = orders;
        this.clock = settings.clock();
        this.tillhouse = settings.merchants().stream()
                .collect(Collectors.toMap(
                        ShopMerchant::slug, merchant -> new TenantApi(settings.api(), merchant, clock)));
    }

    ShopReply list() {
        List<Storefront> fronts =
                settings.merchants().stream().map(ShopMerchant::storefront).toList();
        return ShopReply.page(200, ShopPages.list(fronts));
    }

    ShopReply product(ShopMerchant merchant) {
        return ShopReply.page(200, ShopPages.product(merchant.storefront()));
    }

    /** Opens a session for a new order and sends the buyer to the page that Tillhouse names. */
    ShopReply buy(ShopMerchant merchant) throws InterruptedException {
        String reference = newReference();
        String back = settings.base() + "/shop/" + merchant.slug() + "/orders/" + reference;
        try {
            // the order's own reference is the key: a repeated call can't open a second session for it
            OpenedSession session = Objects.requireNonNull(tillhouse.get(merchant.slug()))
                    .openSession(
                            reference,
                            merchant.storefront()
                                    .product()
                                    .session(reference, back, settings.base() + "/assets/" + merchant.slug() + ".svg"));
            orders.add(new ShopOrder(
                    reference, merchant.slug(), session.id(), OrderStatus.WAITING, null, clock.instant()));
            return ShopReply.seeOther(session.url());
        } catch (ApiRefusedException e) {
            LOG.error("no session for {}", reference, e);
            return ShopReply.page(BAD_GATEWAY, ShopPages.noPayment(merchant.storefront()));
        } catch (IOException e) {
            LOG.error("Tillhouse can't be reached for {}", reference, e);
            return ShopReply.page(SERVICE_UNAVAILABLE, ShopPages.noPayment(merchant.storefront()));
        }
    }

    ShopReply order(ShopMerchant merchant, String reference) {
        return orders.find(merchant.slug(), reference)
                .map(order -> ShopReply.page(200, ShopPages.order(merchant.storefront(), order)))
                .orElseGet(ShopReply::notFound);
    }

    /** The order for programs: status, session, and the id of the webhook that brought the status. */
    ShopReply status(ShopMerchant merchant, String reference) {
        Function<ShopOrder, Map<String, Object>> facts = order -> {
            Map<String, Object> found = new TreeMap<>();
            found.put("order_reference", order.reference());
            found.put("status", order.status().name().toLowerCase(Locale.ROOT));
            found.put("checkout_session", order.session());
            found.put("webhook_id", order.webhook());
            return found;
        };
        return orders.find(merchant.slug(), reference)
                .map(facts)
                .map(found -> ShopReply.json(JSON.writeValueAsString(found)))
                .orElseGet(ShopReply::notFound);
    }

    /** Letters and digits that can't be mistaken for one another; long enough that nobody guesses another buyer's order. */
    private static String newReference() {
        String letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
        return RANDOM.ints(12, 0, letters.length())
                .mapToObj(index -> letters.substring(index, index + 1))
                .collect(Collectors.joining("", "ORDER-", ""));
    }
}
