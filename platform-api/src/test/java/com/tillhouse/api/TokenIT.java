package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.ClientSecret;
import com.tillhouse.core.tenant.DisableApiClient;
import com.tillhouse.core.tenant.EndClientSecret;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.ListApiClients;
import com.tillhouse.core.tenant.RotateClientSecret;
import com.tillhouse.core.tenant.Scope;
import com.tillhouse.core.tenant.SuspendTenant;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenIT extends ApiContract {
    private static final String GRANT = "grant_type=client_credentials";

    @Autowired
    RotateClientSecret rotate;

    @Autowired
    DisableApiClient disable;

    @Autowired
    EndClientSecret end;

    @Autowired
    ListApiClients list;

    @Autowired
    SuspendTenant suspend;

    private static JsonNode part(String token, int index) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    @Test
    void saysWhoCallsAndNothingElse() {
        Shop shop = shop(Set.of("sessions:write", "sessions:read"));
        Answer grant = grant(shop, GRANT);
        assertThat(grant.at("/token_type")).isEqualTo("Bearer");
        assertThat(grant.json().at("/expires_in").asInt()).isBetween(598, 600);
        assertThat(grant.at("/scope").split(" ")).containsExactlyInAnyOrder("sessions:write", "sessions:read");
        assertThat(grant.json().has("refresh_token")).isFalse();
        assertThat(grant.header("Cache-Control")).contains("no-store");

        JsonNode header = part(grant.at("/access_token"), 0);
        assertThat(header.at("/typ").asString()).isEqualTo("at+jwt");
        assertThat(header.at("/alg").asString()).isEqualTo("ES256");
        JsonNode claims = part(grant.at("/access_token"), 1);
        assertThat(claims.at("/tenant").asString()).isEqualTo(shop.tenant().toString());
        assertThat(claims.at("/mode").asString()).isEqualTo("test");
        assertThat(claims.at("/client_id").asString()).isEqualTo(shop.clientId());
        assertThat(claims.at("/iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(claims.at("/aud").toString()).contains("http://localhost:8080/v1");
        assertThat(claims.at("/scope").asString()).isEqualTo("sessions:read sessions:write");
        assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong()).isEqualTo(600);
    }

    @Test
    void givesOnlyScopesThatTheClientHas() {
        Shop shop = shop(Set.of("sessions:write", "sessions:read"));
        assertThat(grant(shop, GRANT + "&scope=sessions:read").at("/scope")).isEqualTo("sessions:read");
        Answer more = grant(shop, GRANT + "&scope=sessions:read+payments:read");
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.at("/error")).isEqualTo("invalid_scope");
    }

    @Test
    void takesTheSecretInTheFormToo() {
        Shop shop = shop();
        Answer posted = form(GRANT + "&client_id=" + shop.clientId() + "&client_secret="
                + URLEncoder.encode(shop.secret(), StandardCharsets.UTF_8));
        assertThat(posted.status()).as(posted.toString()).isEqualTo(200);
    }

    private Answer form(String form) {
        return send(to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void refusesInTheWordsOfTheStandard() {
        Shop shop = shop();
        assertRefused(401, "invalid_client", grant(new Shop(shop.tenant(), shop.clientId(), "wrong"), GRANT));
        assertRefused(401, "invalid_client", grant(new Shop(shop.tenant(), "tc_unknown", shop.secret()), GRANT));
        assertRefused(400, "invalid_request", grant(new Shop(shop.tenant(), "tc_\u0000", shop.secret()), GRANT));
        assertRefused(401, "invalid_client", form(GRANT));
        assertRefused(401, "invalid_client", form(GRANT + "&client_id=" + shop.clientId()));
        assertRefused(400, "unsupported_grant_type", grant(shop, "grant_type=password"));
        assertRefused(400, "unsupported_grant_type", grant(shop, "grant_type=refresh_token&refresh_token=x"));
        assertRefused(400, "invalid_request", grant(shop, "grant_type="));
        assertRefused(400, "invalid_request", grant(shop, "scope=sessions:read"));
        assertRefused(400, "invalid_request", grant(shop, GRANT + "&" + GRANT));
        assertThat(grant(new Shop(shop.tenant(), shop.clientId(), "wrong"), GRANT)
                        .header("WWW-Authenticate"))
                .startsWith("Basic");
    }

    /** A client id of another tenant is no more than one that never was. */
    @Test
    void tellsNothingOfAnothersClient() {
        Shop mine = shop();
        Shop theirs = shop();
        Answer real = grant(new Shop(mine.tenant(), theirs.clientId(), mine.secret()), GRANT);
        Answer never = grant(new Shop(mine.tenant(), "tc_" + "0".repeat(26), mine.secret()), GRANT);
        assertRefused(401, "invalid_client", real);
        assertThat(real.text()).isEqualTo(never.text());
        assertThat(real.header("WWW-Authenticate")).isEqualTo(never.header("WWW-Authenticate"));
        assertThat(secret(theirs, 1).lastUsedAt()).isNull();
    }

    private static void assertRefused(int status, String error, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("/error")).isEqualTo(error);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void letsTwoSecretsLiveUntilTheOlderEnds() {
        Shop first = shop();
        IssuedSecret issued = rotate.rotate(first.tenant(), first.clientId(), Duration.ofHours(1));
        Shop second = new Shop(first.tenant(), first.clientId(), issued.secret());
        assertThat(grant(first, GRANT).status()).isEqualTo(200);
        assertThat(grant(second, GRANT).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        assertThat(grant(first, GRANT).status()).isEqualTo(401);
        assertThat(grant(second, GRANT).status()).isEqualTo(200);
        rotate.rotate(first.tenant(), first.clientId(), Duration.ofHours(1));
        IssuedSecret third = rotate.rotate(first.tenant(), first.clientId(), Duration.ofHours(1));
        assertThat(grant(second, GRANT).status()).isEqualTo(401);
        assertThat(grant(new Shop(first.tenant(), first.clientId(), third.secret()), GRANT)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsASecretAtOnceInEveryProcess() {
        Shop shop = shop();
        assertThat(grant(shop, GRANT).status()).isEqualTo(200);
        IssuedSecret issued = rotate.rotate(shop.tenant(), shop.clientId(), Duration.ZERO);
        assertThat(grant(shop, GRANT).status()).isEqualTo(401);
        Shop renewed = new Shop(shop.tenant(), shop.clientId(), issued.secret());
        assertThat(grant(renewed, GRANT).status()).isEqualTo(200);
        end.end(shop.tenant(), shop.clientId(), issued.version());
        assertThat(grant(renewed, GRANT).status()).isEqualTo(401);
        assertThatThrownBy(() -> end.end(shop.tenant(), shop.clientId(), 99)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> end.end(shop().tenant(), shop.clientId(), 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesAGraceThatIsNegativeOrTooLong() {
        Shop shop = shop();
        for (Duration grace :
                new Duration[] {Duration.ofSeconds(-1), Duration.ofDays(30).plusSeconds(1)}) {
            assertThatThrownBy(() -> rotate.rotate(shop.tenant(), shop.clientId(), grace))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(rotate.rotate(shop.tenant(), shop.clientId(), Duration.ofDays(30))
                        .version())
                .isEqualTo(2);
    }

    private ClientSecret secret(Shop shop, int version) {
        return list.of(shop.tenant()).getFirst().secrets().get(version - 1);
    }

    @Test
    void showsWhenASecretWasMadeUsedAndEnds() {
        Shop shop = shop();
        assertThat(secret(shop, 1).lastUsedAt()).isNull();
        assertThat(secret(shop, 1).expiresAt()).isNull();
        grant(new Shop(shop.tenant(), shop.clientId(), "wrong"), GRANT);
        assertThat(secret(shop, 1).lastUsedAt()).isNull();
        grant(shop, GRANT);
        Instant first = secret(shop, 1).lastUsedAt();
        assertThat(first).isBetween(secret(shop, 1).createdAt(), clock.instant());
        clock.advance(Duration.ofSeconds(20));
        grant(shop, GRANT);
        assertThat(secret(shop, 1).lastUsedAt())
                .as("not a write for each token")
                .isEqualTo(first);
        clock.advance(Duration.ofSeconds(40));
        grant(shop, GRANT);
        assertThat(secret(shop, 1).lastUsedAt()).isAfterOrEqualTo(first.plusSeconds(60));
        rotate.rotate(shop.tenant(), shop.clientId(), Duration.ofHours(2));
        assertThat(secret(shop, 1).expiresAt())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(119)),
                        clock.instant().plus(Duration.ofHours(2)));
        assertThat(secret(shop, 2).lastUsedAt()).isNull();
        assertThat(list.of(shop().tenant())).extracting(ApiClient::clientId).doesNotContain(shop.clientId());
    }

    @Test
    void givesTokensWhileSomebodyElseNotesTheUse() throws Exception {
        Shop shop = shop();
        try (var other = DATABASE.superuser().getConnection()) {
            other.setAutoCommit(false);
            try (var locked =
                    other.prepareStatement("select * from oauth_client_secret where client_id = ? for update")) {
                locked.setString(1, shop.clientId());
                locked.executeQuery();
                assertThat(grant(shop, GRANT).status()).isEqualTo(200);
            }
            other.rollback();
        }
        assertThat(secret(shop, 1).lastUsedAt()).isNull();
    }

    @Test
    void shutsASuspendedTenantOutWithinAMinuteAndLetsItInAgain() {
        Shop shop = shop();
        Shop other = shop();
        String token = token(shop);
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
        suspend.suspend(shop.tenant());
        assertThat(grant(shop, GRANT).status()).isEqualTo(401);
        clock.advance(Duration.ofSeconds(59));
        assertThat(get(token, SESSIONS).status()).isEqualTo(401);
        assertThat(get(token(other), SESSIONS).status()).isEqualTo(200);
        suspend.resume(shop.tenant());
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
        assertThatThrownBy(() -> suspend.suspend(new TenantId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void shutsADisabledClientOutWithinAMinute() {
        Shop shop = shop();
        String token = token(shop);
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
        disable.disable(shop.tenant(), shop.clientId());
        clock.advance(Duration.ofSeconds(59));
        Answer refused = get(token, SESSIONS);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().has("detail")).isFalse();
        assertThat(grant(shop, GRANT).status()).isEqualTo(401);
    }

    @Test
    void keepsModesApart() {
        Shop test = shop();
        Shop live = client(test.tenant(), Mode.LIVE, Scope.words());
        Answer opened = open(token(test), order("MODES"));
        String path = SESSIONS + "/" + opened.at("/id");
        assertThat(get(token(test), path).status()).isEqualTo(200);
        assertThat(get(token(live), path).status()).isEqualTo(404);
        Answer notReady = open(token(live), order("MODES"));
        assertThat(notReady.status()).as(notReady.toString()).isEqualTo(409);
        assertThat(notReady.at("/code")).isEqualTo("gateway_not_ready");
    }

    @Test
    void describesItselfAndPublishesOnlyPublicKeys() {
        Answer metadata = send(to("/.well-known/oauth-authorization-server").GET());
        assertThat(metadata.status()).as(metadata.toString()).isEqualTo(200);
        assertThat(metadata.at("/issuer")).isEqualTo("http://localhost:8080");
        assertThat(metadata.at("/token_endpoint")).isEqualTo("http://localhost:8080/oauth2/token");
        assertThat(metadata.json().at("/grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        Answer keys = send(to("/oauth2/jwks").GET());
        assertThat(keys.json().at("/keys").size()).isEqualTo(1);
        assertThat(keys.text()).doesNotContain("\"d\"");
        for (String closed :
                new String[] {"/oauth2/authorize", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par"}) {
            assertThat(send(to(closed).GET()).status()).isEqualTo(404);
        }
    }

    @Test
    void keepsTheKeySealedAndSecretsHashed() {
        Shop shop = shop();
        token(shop);
        JdbcClient truth = JdbcClient.create(DATABASE.superuser());
        byte[] key = truth.sql("select jwk_encrypted from token_signing_key")
                .query(byte[].class)
                .single();
        assertThat(new String(key, StandardCharsets.ISO_8859_1)).doesNotContain("P-256");
        byte[] hash = truth.sql("select secret_hash from oauth_client_secret where client_id = :id")
                .param("id", shop.clientId())
                .query(byte[].class)
                .single();
        assertThat(hash).hasSize(32);
    }
}
