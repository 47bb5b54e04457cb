package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.RandomId;
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
                post(other, "/v1/payments/" + payment + "/sync", "k", ""),
                payment,
                post(other, "/v1/payments/" + nobody + "/sync", "k", ""),
                nobody);
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

    private static void assertSame(Answer foreign, String id, Answer never, String nobody) {
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(never.status()).isEqualTo(404);
        assertThat(foreign.text().replace(id, "ID")).isEqualTo(never.text().replace(nobody, "ID"));
    }

    @Test
    void namesTheScopeThatIsMissing() {
        record Call(String method, String path, String scope) {}
        for (Call call : List.of(
                new Call("POST", SESSIONS, "sessions:write"),
                new Call("GET", SESSIONS, "sessions:read"),
                new Call("GET", SESSIONS + "/cs_1", "sessions:read"),
                new Call("GET", "/v1/payments", "payments:read"),
                new Call("GET", "/v1/payments/pay_1", "payments:read"),
                new Call("POST", "/v1/payments/pay_1/sync", "payments:write"))) {
            String token = token(shop(Set.of("refunds:read")));
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
