package com.tillhouse.core.adapter.antom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson.JSON;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.order.Address;
import com.tillhouse.core.checkout.domain.order.Buyer;
import com.tillhouse.core.checkout.domain.order.DeliveryEstimate;
import com.tillhouse.core.checkout.domain.order.DeliveryTime;
import com.tillhouse.core.checkout.domain.order.Gaming;
import com.tillhouse.core.checkout.domain.order.Goods;
import com.tillhouse.core.checkout.domain.order.Leg;
import com.tillhouse.core.checkout.domain.order.Lodging;
import com.tillhouse.core.checkout.domain.order.Merchant;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.domain.order.Passenger;
import com.tillhouse.core.checkout.domain.order.PersonName;
import com.tillhouse.core.checkout.domain.order.Shipping;
import com.tillhouse.core.checkout.domain.order.Store;
import com.tillhouse.core.checkout.domain.order.Transit;
import com.tillhouse.core.checkout.domain.page.CreditPayPlan;
import com.tillhouse.core.checkout.domain.page.Device;
import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.checkout.domain.page.Terminal;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SessionRequestMapperTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final Address ADDRESS = new Address("SG", "S", "Singapore", "1 Way", "#02", "018989", "office");
    private static final PersonName NAME = new PersonName("A B C", "A", "B", "C");

    @Test
    void saysWhatTheDocumentedMessageSays() throws IOException {
        ObjectNode expected = documented();
        ObjectNode sent = sent(OrderFixture.documentedSession(TENANT));
        for (String ours : List.of("paymentRequestId", "paymentNotifyUrl")) {
            assertThat(sent.remove(ours).stringValue()).isNotBlank();
            expected.remove(ours);
        }
        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void namesPaymentAndNotifyAddress() {
        CheckoutSession session = OrderFixture.documentedSession(TENANT);
        var payment = session.attempt("ga_1", OrderFixture.NOW);
        JsonNode sent = tree(SessionRequestMapper.request(session, payment, "https://webhooks.example/antom/notify/r"));
        assertThat(sent.path("paymentRequestId").stringValue()).isEqualTo(payment.id());
        assertThat(sent.path("paymentNotifyUrl").stringValue()).isEqualTo("https://webhooks.example/antom/notify/r");
    }

    @Test
    void passesOnEveryField() throws IOException {
        try (InputStream expected = getClass().getResourceAsStream("/antom/full-session-request.json")) {
            ObjectNode sent = sent(OrderFixture.session(TENANT, everything(), Duration.ofMinutes(20)));
            sent.remove("paymentRequestId");
            assertThat(sent).isEqualTo(MAPPER.readTree(expected));
        }
    }

    @Test
    void offersSeveralMethodsInTheirOrder() {
        JsonNode sent = sent(OrderFixture.session(
                TENANT, OrderFixture.details(OrderFixture.page(List.of("CARD", "ALIPAY_CN"))), Duration.ofHours(1)));
        assertThat(sent.has("paymentMethod")).isFalse();
        assertThat(sent.path("availablePaymentMethod").toString())
                .isEqualTo("{\"paymentMethodTypeList\":[{\"paymentMethodOrder\":1,\"paymentMethodType\":\"CARD\"},"
                        + "{\"paymentMethodOrder\":2,\"paymentMethodType\":\"ALIPAY_CN\"}]}");
    }

    @Test
    void leavesMethodsToTheBuyerWhenNoneIsNamed() {
        JsonNode sent = sent(
                OrderFixture.session(TENANT, OrderFixture.details(OrderFixture.page(List.of())), Duration.ofHours(1)));
        assertThat(sent.has("paymentMethod")).isFalse();
        assertThat(sent.has("availablePaymentMethod")).isFalse();
    }

    @Test
    void leavesAnUnnamedFeeOut() {
        PageOptions page = new PageOptions(
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new CreditPayPlan(3, null, null, null),
                new Terminal("WEB", null, null));
        JsonNode sent = sent(OrderFixture.session(TENANT, OrderFixture.details(page), Duration.ofHours(1)));
        assertThat(sent.path("creditPayPlan").toString()).isEqualTo("{\"installmentNum\":3}");
    }

    @Test
    void namesAnEndOnlyBeforeAntomsOwn() {
        assertThat(sent(OrderFixture.documentedSession(TENANT)).has("paymentSessionExpiryTime"))
                .isFalse();
        OrderDetails details = OrderFixture.details(OrderFixture.page(List.of()));
        assertThat(sent(OrderFixture.session(TENANT, details, Duration.ofDays(2)))
                        .has("paymentSessionExpiryTime"))
                .isFalse();
        assertThat(sent(OrderFixture.session(TENANT, details, Duration.ofMinutes(30)))
                        .path("paymentSessionExpiryTime")
                        .stringValue())
                .isEqualTo("2026-11-22T12:30:00+08:00");
    }

    private static OrderDetails everything() {
        Money fee = new Money("CNY", 50);
        Goods goods = new Goods(
                "g1",
                "Kopi ☕",
                fee,
                2,
                "Food/Drink",
                "Kopi & Co",
                "grande",
                "https://shop.example/g1",
                "https://shop.example/g1.png",
                "PHYSICAL",
                "price_1");
        Buyer buyer = new Buyer("b1", NAME, "+65 1", "b@example.com", "2020-01-01T00:00:00+08:00", true, 7);
        Shipping shipping = new Shipping(
                NAME,
                ADDRESS,
                "DHL",
                "+65 2",
                "s@example.com",
                "fee_1",
                fee,
                "by air",
                new DeliveryEstimate(new DeliveryTime("DAY", 0), new DeliveryTime("DAY", 3)));
        Leg leg = new Leg(
                "2027-01-31T12:00:00+08:00",
                "2027-01-31T13:00:00+08:00",
                ADDRESS,
                ADDRESS,
                "Air",
                "A1",
                "FIRSTLEVEL",
                "SIN",
                "HKG");
        Transit transit = new Transit("TRAIN", List.of(leg), List.of(new Passenger(NAME, "p@example.com", "+65 3")));
        Lodging lodging = new Lodging(
                "Inn", ADDRESS, "2027-01-31T14:00:00+05:30", "2027-02-02T11:00:00+05:30", 2, 1, List.of(NAME));
        Gaming gaming = new Gaming("Go", "player", "g@example.com", "+65 4");
        Store store = new Store("st1", "Shop", "5814", "The Shop", "t1", "o1", ADDRESS, "+65 5");
        Merchant merchant = new Merchant(
                "m1", "5814", "Kopi Pte", "Kopi", ADDRESS, "2019-01-01T00:00:00+08:00", "ENTERPRISE", store);
        Device device = new Device(
                "UA",
                "tok",
                "203.0.113.9",
                "ck",
                new Device.Browser("*/*", false, true, "en", "UA"),
                "24",
                "900",
                "1440",
                -480,
                "Brand",
                "Model",
                "en-SG",
                "dev1",
                "{}");
        PageOptions page = new PageOptions(
                List.of("CARD"),
                "SGD",
                "en_US",
                "AUTOMATIC",
                "SG",
                "loc-1",
                true,
                new CreditPayPlan(6, "PERCENTAGE", 40, "MONTH"),
                new Terminal("APP", "IOS", device));
        return new OrderDetails(
                "All of it",
                List.of(goods),
                buyer,
                shipping,
                transit,
                lodging,
                gaming,
                merchant,
                true,
                "{\"k\":1}",
                page);
    }

    private static ObjectNode sent(CheckoutSession session) {
        return (ObjectNode) tree(SessionRequestMapper.request(
                session, session.attempt("ga_1", OrderFixture.NOW), "https://webhooks.example/antom/notify/r"));
    }

    private static JsonNode tree(HostedPageRequest request) {
        return MAPPER.readTree(JSON.toJSONString(request));
    }

    private ObjectNode documented() throws IOException {
        try (InputStream message = getClass().getResourceAsStream("/antom/create-session-request.json")) {
            return (ObjectNode) MAPPER.readTree(message);
        }
    }
}
