package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListIT extends ApiContract {

    private static List<String> ids(Answer list) {
        return list.json()
                .at("/data")
                .valueStream()
                .map(one -> one.at("/id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void walksAllNewestFirstAndEachOnce() {
        String token = token(shop());
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.addFirst(open(token, order("WALK")).at("/id"));
        }
        open(token, order("OTHER"));
        List<String> seen = new ArrayList<>();
        Answer page = get(token, SESSIONS + "?limit=2&order_reference=WALK");
        while (true) {
            seen.addAll(ids(page));
            if (!page.json().at("/has_more").asBoolean()) {
                break;
            }
            String link = String.valueOf(page.header("Link"));
            assertThat(link).endsWith("; rel=\"next\"").contains(page.at("/next_cursor"));
            page = get(token, link.substring(1, link.indexOf('>')));
        }
        assertThat(seen).isEqualTo(opened);
        assertThat(page.json().at("/next_cursor").isNull()).isTrue();
        assertThat(page.header("Link")).isNull();
    }

    @Test
    void filtersByStatusSessionReferenceAndTime() {
        String token = token(shop());
        Answer paid = open(token, order("PAID"));
        Answer unpaid = open(token, order("UNPAID"));
        String payment = paid.at("/payments/0/id");
        buyer(payment, "pay");
        post(token, "/v1/payments/" + payment + "/sync", "k", "");

        assertThat(ids(get(token, SESSIONS + "?status=completed"))).containsExactly(paid.at("/id"));
        assertThat(ids(get(token, SESSIONS + "?status=open"))).containsExactly(unpaid.at("/id"));
        assertThat(ids(get(token, "/v1/payments?status=succeeded"))).containsExactly(payment);
        assertThat(ids(get(token, "/v1/payments?order_reference=PAID"))).containsExactly(payment);
        assertThat(ids(get(token, "/v1/payments?checkout_session=" + paid.at("/id"))))
                .containsExactly(payment);
        String between = unpaid.at("/created_at");
        assertThat(ids(get(token, SESSIONS + "?created[gte]=" + between))).containsExactly(unpaid.at("/id"));
        assertThat(ids(get(token, SESSIONS + "?created%5Blt%5D=" + encoded(between))))
                .containsExactly(paid.at("/id"));
    }

    @Test
    void takesACursorOnlyWhereItCameFrom() {
        Shop shop = shop();
        String token = token(shop);
        open(token, order("A"));
        open(token, order("A"));
        String cursor = get(token, SESSIONS + "?limit=1&order_reference=A").at("/next_cursor");
        assertThat(get(token, SESSIONS + "?cursor=" + cursor).status()).isEqualTo(200);
        assertThat(get(token, SESSIONS + "?order_reference=A&cursor=" + cursor).status())
                .isEqualTo(200);
        List<String> wrong = List.of(
                SESSIONS + "?order_reference=B&cursor=" + cursor,
                SESSIONS + "?cursor=" + cursor.substring(1),
                SESSIONS + "?cursor="
                        + (cursor.charAt(9) == 'A' ? cursor.replace('A', 'B') : cursor.replace(cursor.charAt(9), 'A')),
                SESSIONS + "?cursor=x",
                SESSIONS + "?cursor=%F0%9F%98%80",
                "/v1/payments?cursor=" + cursor);
        wrong.forEach(path -> assertInvalid("invalid_cursor", get(token, path)));
        assertInvalid("invalid_cursor", get(token(shop()), SESSIONS + "?cursor=" + cursor));
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        String token = token(shop());
        List.of(
                        "?unknown=1",
                        "?status=OPEN",
                        "?status=paid",
                        "?status=open&status=open",
                        "?limit=0",
                        "?limit=101",
                        "?limit=-1",
                        "?limit=1e1",
                        "?limit=",
                        "?created[gte]=yesterday",
                        "?created[gte]=2026-11-22",
                        "?created[gte]=9999999999-01-01T00:00:00Z",
                        "?created[gt]=2026-11-22T00:00:00Z",
                        "?checkout_session=cs_1",
                        "?order_reference=a%0Db",
                        "?order_reference=" + "a".repeat(256))
                .forEach(query -> assertInvalid("invalid_parameter", get(token, SESSIONS + query)));
    }

    private static void assertInvalid(String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/code")).as(answer.toString()).isEqualTo(code);
    }
}
