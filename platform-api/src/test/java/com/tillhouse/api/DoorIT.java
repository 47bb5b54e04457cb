package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.ApiOperations.Operation;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorIT extends ApiContract {

    /** A token that may do everything but what the description asks for is refused, and told what it lacks. */
    @Test
    void namesTheScopeThatIsMissing() {
        String token = token(shop(Set.of("reports:read")));
        for (Operation call : ApiOperations.all()) {
            assertThat(call.scopes()).as(call.id()).hasSize(1).doesNotContain("reports:read");
            Answer refused = send(to(call.path().replace("{id}", "some_id"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(call.method(), HttpRequest.BodyPublishers.noBody()));
            assertThat(refused.status()).as(call + "\n" + refused).isEqualTo(403);
            assertThat(refused.at("/required_scope")).isEqualTo(call.scopes().getFirst());
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
