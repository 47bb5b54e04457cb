package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A card number is refused wherever a merchant may write freely, is not said back, and is kept nowhere. */
class CardNumberIT extends ApiContract {
    private static final String CARD = "4111111111111111";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("/order_reference", "%s"),
            Map.entry("/description", "paid with 4111 1111 1111 1111"),
            Map.entry("/goods/0/name", "%s"),
            Map.entry("/goods/0/reference", "%s"),
            Map.entry("/goods/0/sku_name", "4111-1111-1111-1111"),
            Map.entry("/buyer/reference", "%s"),
            Map.entry(
                    "/buyer/name/full_name",
                    "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11"),
            Map.entry("/buyer/phone", "%s"),
            Map.entry("/buyer/email", "%s@example.com"),
            Map.entry("/shipping/address/address1", "%s"),
            Map.entry("/metadata/card", "%s"),
            Map.entry("/metadata/" + CARD, "x"));

    @Test
    void refusesItInEveryFreeFieldWithoutSayingItAgain() {
        String token = token(shop());
        FIELDS.forEach((pointer, value) -> {
            ObjectNode order = (ObjectNode) JSON.readTree("""
                    {"order_reference":"O","amount":{"currency":"SGD","value":6000},"description":"Coffee",
                     "redirect_url":"https://shop.example/return","goods":[{"reference":"G","name":"Coffee"}],
                     "buyer":{"reference":"B","name":{"full_name":"Mei"}},"shipping":{"address":{"region":"SG"}},"metadata":{}}""");
            put(order, pointer, value.formatted(CARD));
            Answer refused = open(token, order.toString());
            assertThat(refused.status()).as(pointer + "\n" + refused).isEqualTo(422);
            assertThat(refused.at("/errors/0/code")).isEqualTo("card_number");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer.replace(CARD, "*".repeat(16)));
            assertThat(refused.text()).as(pointer).doesNotContain("4111", "\uff14\uff11");
        });
        assertThat(get(token, SESSIONS).json().at("/data")).isEmpty();
    }

    private static void put(ObjectNode order, String pointer, String value) {
        int end = pointer.lastIndexOf('/');
        ((ObjectNode) order.at(pointer.substring(0, end))).put(pointer.substring(end + 1), value);
    }

    @Test
    void refusesItAsAReasonAndInWhatItCannotRead() {
        String token = token(shop());
        Answer opened = open(token, order("REASON"));
        String payment = opened.at("/payments/0/id");
        buyer(payment, "pay");
        Answer refund = post(
                token,
                "/v1/payments/" + payment + "/refunds",
                "card",
                "{\"amount\":{\"currency\":\"SGD\",\"value\":1},\"reason\":\"card " + CARD + "\"}");
        assertThat(refund.status()).as(refund.toString()).isEqualTo(422);
        Answer unknown = open(token, "{\"" + CARD + "\":1}");
        Answer address = get(token, "/v1/payments/" + CARD);
        Answer query = get(token, SESSIONS + "?" + CARD + "=1");
        for (Answer answer : List.of(refund, unknown, address, query)) {
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.text()).doesNotContain(CARD);
        }
        assertKeptNowhere();
    }

    private static void assertKeptNowhere() {
        JdbcClient truth = JdbcClient.create(DATABASE.superuser());
        List<String> tables = truth.sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        for (String table : tables) {
            assertThat(truth.sql("select count(*) from \"" + table + "\" t where t::text like :card")
                            .param("card", "%" + CARD + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void takesTelephoneAndArticleNumbers() {
        String token = token(shop());
        Answer opened = open(token, """
                {"order_reference":"20261122180000123","amount":{"currency":"SGD","value":6000},"description":"Call +4915112345678",
                 "redirect_url":"https://shop.example/return?order=5555555555554444","goods":[{"reference":"4006381333924","name":"Coffee"}],
                 "buyer":{"reference":"B","phone":"4222222222222"}}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    }
}
