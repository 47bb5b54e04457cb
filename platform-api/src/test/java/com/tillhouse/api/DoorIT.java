package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.ApiOperations.Operation;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.tenant.Scope;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DoorIT extends ApiContract {

    /** A token that may do everything but what the description asks for is refused, and told what it lacks. */
    @Test
    void namesTheScopeThatIsMissing() {
        Shop shop = shop();
        Map<String, String> tokens = new HashMap<>();
        for (Operation call : ApiOperations.all()) {
            assertThat(call.scopes()).as(call.id()).hasSize(1);
            String needed = call.scopes().getFirst();
            Answer refused = send(to(call.path().replace("{id}", "some_id"))
                    .header("Authorization", "Bearer " + tokens.computeIfAbsent(needed, it -> tokenWithout(shop, it)))
                    .header("Content-Type", "application/json")
                    .method(call.method(), HttpRequest.BodyPublishers.noBody()));
            assertThat(refused.status()).as(call + "\n" + refused).isEqualTo(403);
            assertThat(refused.at("/required_scope")).isEqualTo(needed);
            assertThat(refused.at("/code")).isEqualTo("insufficient_scope");
            assertThat(refused.header("Api-Version")).isEqualTo("2026-11-01");
        }
        assertThat(tokens).as("scopes that are asked for").hasSizeGreaterThan(5);
    }

    private String tokenWithout(Shop shop, String scope) {
        Set<String> others = new TreeSet<>(Scope.words());
        assertThat(others.remove(scope)).as(scope).isTrue();
        return token(client(shop.tenant(), Mode.TEST, others));
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
