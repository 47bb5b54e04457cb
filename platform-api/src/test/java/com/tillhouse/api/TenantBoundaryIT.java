package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.tenant.Scope;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantBoundaryIT extends ApiContract {

    /** The very same words for what is another's and for what never was; only the address differs. */
    @Test
    void hidesWhatBelongsToAnother() {
        String owner = token(shop());
        String other = token(shop());
        Answer opened = open(owner, order("MINE"));
        String session = opened.at("/id");
        String payment = opened.at("/payments/0/id");
        String nobody = RandomId.withPrefix("cs_");
        assertSame(get(other, SESSIONS + "/" + session), session, get(other, SESSIONS + "/" + nobody), nobody);
        assertSame(get(other, "/v1/payments/" + payment), payment, get(other, "/v1/payments/" + nobody), nobody);
        assertSame(
                get(other, "/v1/payments/" + payment + "/trail"),
                payment,
                get(other, "/v1/payments/" + nobody + "/trail"),
                nobody);
        assertSame(
                post(other, "/v1/payments/" + payment + "/sync", "k", ""),
                payment,
                post(other, "/v1/payments/" + nobody + "/sync", "k", ""),
                nobody);
        for (String call : List.of("/cancel", "/refunds", "/captures")) {
            assertSame(
                    post(other, "/v1/payments/" + payment + call, "k1", "{}"),
                    payment,
                    post(other, "/v1/payments/" + nobody + call, "k2", "{}"),
                    nobody);
        }
        for (String call : List.of("/expire", "/retry")) {
            assertSame(
                    post(other, SESSIONS + "/" + session + call, "k1", ""),
                    session,
                    post(other, SESSIONS + "/" + nobody + call, "k2", ""),
                    nobody);
        }
        assertThat(get(owner, "/v1/payments/" + payment).at("/status")).isEqualTo("open");
        assertThat(get(other, SESSIONS + "?order_reference=MINE")
                        .json()
                        .at("/data")
                        .size())
                .isZero();
        assertThat(get(other, "/v1/payments?checkout_session=" + session)
                        .json()
                        .at("/data")
                        .size())
                .isZero();
    }

    @Test
    void hidesRefundsOfAnother() {
        String owner = token(shop());
        String other = token(shop());
        String payment = open(owner, order("MINE")).at("/payments/0/id");
        buyer(payment, "pay");
        post(owner, "/v1/payments/" + payment + "/sync", "k", "");
        String refund =
                post(owner, "/v1/payments/" + payment + "/refunds", "k", "{}").at("/id");
        String nobody = RandomId.withPrefix("re_");
        assertThat(get(owner, "/v1/refunds/" + refund).status()).isEqualTo(200);
        assertSame(get(other, "/v1/refunds/" + refund), refund, get(other, "/v1/refunds/" + nobody), nobody);
        assertSame(
                post(other, "/v1/refunds/" + refund + "/sync", "k", ""),
                refund,
                post(other, "/v1/refunds/" + nobody + "/sync", "k", ""),
                nobody);
        assertThat(get(other, "/v1/refunds?payment=" + payment)
                        .json()
                        .at("/data")
                        .size())
                .isZero();
    }

    @Test
    void hidesCapturesOfAnother() {
        String owner = token(shop());
        String other = token(shop());
        String payment = open(owner, order("MINE").replace("{\"order", "{\"capture_mode\":\"manual\",\"order"))
                .at("/payments/0/id");
        buyer(payment, "pay");
        post(owner, "/v1/payments/" + payment + "/sync", "k", "");
        String capture =
                post(owner, "/v1/payments/" + payment + "/captures", "k", "{}").at("/id");
        String nobody = RandomId.withPrefix("cap_");
        assertThat(get(owner, "/v1/captures/" + capture).status()).isEqualTo(200);
        assertSame(get(other, "/v1/captures/" + capture), capture, get(other, "/v1/captures/" + nobody), nobody);
        assertSame(
                post(other, "/v1/captures/" + capture + "/sync", "k", ""),
                capture,
                post(other, "/v1/captures/" + nobody + "/sync", "k", ""),
                nobody);
        assertThat(get(other, "/v1/payments/" + payment + "/captures").status()).isEqualTo(404);
    }

    @Test
    void hidesWhatBelongsToTheOtherMode() {
        Shop shop = shop();
        Answer opened = open(token(shop), order("MINE"));
        String live = token(client(shop.tenant(), Mode.LIVE, Scope.words()));
        String payment = opened.at("/payments/0/id");
        assertThat(get(live, "/v1/payments/" + payment + "/trail").status()).isEqualTo(404);
        for (String path : List.of(
                "/v1/payments/" + payment + "/cancel",
                "/v1/payments/" + payment + "/refunds",
                "/v1/payments/" + payment + "/captures",
                SESSIONS + "/" + opened.at("/id") + "/expire",
                SESSIONS + "/" + opened.at("/id") + "/retry")) {
            Answer refused = post(live, path, "k", "{}");
            assertThat(refused.status()).as(path + refused).isEqualTo(404);
        }
    }

    private static void assertSame(Answer foreign, String id, Answer never, String nobody) {
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(never.status()).isEqualTo(404);
        assertThat(foreign.text().replace(id, "ID")).isEqualTo(never.text().replace(nobody, "ID"));
    }

    @Test
    void namesTheScopeThatIsMissing() {
        record Call(String method, String path, String scope) {}
        String token = token(shop(Set.of("reports:read")));
        for (Call call : List.of(
                new Call("POST", SESSIONS, "sessions:write"),
                new Call("GET", SESSIONS, "sessions:read"),
                new Call("GET", SESSIONS + "/cs_1", "sessions:read"),
                new Call("GET", "/v1/payments", "payments:read"),
                new Call("GET", "/v1/payments/pay_1", "payments:read"),
                new Call("GET", "/v1/payments/pay_1/trail", "payments:read"),
                new Call("POST", "/v1/payments/pay_1/sync", "payments:write"),
                new Call("POST", "/v1/payments/pay_1/cancel", "payments:write"),
                new Call("POST", SESSIONS + "/cs_1/expire", "sessions:write"),
                new Call("POST", SESSIONS + "/cs_1/retry", "sessions:write"),
                new Call("POST", "/v1/payments/pay_1/refunds", "refunds:write"),
                new Call("POST", "/v1/payments/pay_1/captures", "payments:write"),
                new Call("GET", "/v1/payments/pay_1/captures", "payments:read"),
                new Call("GET", "/v1/captures/cap_1", "payments:read"),
                new Call("POST", "/v1/captures/cap_1/sync", "payments:write"),
                new Call("GET", "/v1/refunds", "refunds:read"),
                new Call("GET", "/v1/refunds/re_1", "refunds:read"),
                new Call("POST", "/v1/refunds/re_1/sync", "refunds:write"),
                new Call("GET", "/v1/checkout_policy", "settings:manage"),
                new Call("PATCH", "/v1/checkout_policy", "settings:manage"))) {
            Answer refused = send(to(call.path())
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(call.method(), HttpRequest.BodyPublishers.noBody()));
            assertThat(refused.status()).as(call + "\n" + refused).isEqualTo(403);
            assertThat(refused.at("/required_scope")).isEqualTo(call.scope());
            assertThat(refused.at("/code")).isEqualTo("insufficient_scope");
            assertThat(refused.header("Api-Version")).isEqualTo("2026-11-01");
        }
    }

    @Test
    void answersHardenedHeadersEverywhere() {
        for (Answer answer :
                List.of(send(to(SESSIONS).GET()), send(to("/nowhere").GET()), get(token(shop()), SESSIONS))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Request-Id")).startsWith("req_");
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }
}
