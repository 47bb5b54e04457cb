package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.tillhouse.core.clientkey.SpendAssertion;
import com.tillhouse.core.tenant.DisableApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a client that signs is let in, once for each assertion. */
class ClientAssertionIT extends AssertionContract {
    @Autowired
    SpendAssertion spend;

    @Autowired
    DisableApiClient disable;

    @Test
    void letsAClientInByItsOwnKeyInEachAlgorithm() throws Exception {
        Shop shop = shop();
        RSAKey rsa = rsa("rsa-1");
        ECKey ec = ec("ec-1");
        keys(shop, rsa.toPublicJWK(), ec.toPublicJWK());
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            Answer granted =
                    show(signed(header(algorithm, "rsa-1"), rsa, claims(shop).build()), "");
            assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
            assertThat(get(granted.at("/access_token"), SESSIONS).status()).isEqualTo(200);
        }
        JWSHeader typed = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("client-authentication+jwt"))
                .keyID("ec-1")
                .build();
        JWTClaimsSet older = claims(shop).audience(ISSUER + "/oauth2/token").build();
        Answer granted = show(signed(typed, ec, older), "&client_id=" + shop.clientId() + "&scope=sessions:read");
        assertThat(granted.at("/scope")).as(granted.toString()).isEqualTo("sessions:read");
        assertThat(grant(shop, "grant_type=client_credentials").status())
                .as("the secret is still good")
                .isEqualTo(200);
    }

    @Test
    void takesEachAssertionOnceHoweverManyShowIt() throws Exception {
        Shop shop = shop();
        ECKey key = ec("k1");
        keys(shop, key.toPublicJWK());
        JWTClaimsSet claims = claims(shop).build();
        String assertion = signed(header(JWSAlgorithm.ES256, "k1"), key, claims);
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> shows =
                    java.util.Collections.nCopies(8, () -> show(assertion, "").status());
            for (var answer : threads.invokeAll(shows)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnlyOnce(200).hasSize(8);
        assertThat(Set.copyOf(answers)).isEqualTo(Set.of(200, 401));
        Shop other = shop();
        keys(other, key.toPublicJWK());
        JWTClaimsSet sameName = claims(other).jwtID(claims.getJWTID()).build();
        assertThat(show(signed(header(JWSAlgorithm.ES256, "k1"), key, sameName), "")
                        .status())
                .as("ids are each client's own")
                .isEqualTo(200);
    }

    @Test
    void forgetsAssertionsThatHaveEnded() throws Exception {
        Shop shop = shop();
        JdbcClient truth = JdbcClient.create(DATABASE.superuser());
        for (int i = 0; i < 3; i++) {
            assertThat(spend.spend(
                            shop.tenant(),
                            shop.clientId(),
                            "id-" + i,
                            clock.instant().plusSeconds(60)))
                    .isTrue();
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(spend.spend(
                        shop.tenant(), shop.clientId(), "id-0", clock.instant().plusSeconds(60)))
                .as("another process' clock may be behind")
                .isFalse();
        clock.advance(Duration.ofMinutes(3));
        assertThat(spend.spend(
                        shop.tenant(), shop.clientId(), "new", clock.instant().plusSeconds(60)))
                .isTrue();
        assertThat(truth.sql("select count(*) from oauth_client_assertion where client_id = ?")
                        .param(shop.clientId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void followsAtOnceWhenAKeyIsTakenAwayOrTheClientDisabled() throws Exception {
        Shop shop = shop();
        ECKey old = ec("old");
        ECKey next = ec("next");
        keys(shop, old.toPublicJWK());
        keys(shop, old.toPublicJWK(), next.toPublicJWK());
        assertThat(show(
                                signed(
                                        header(JWSAlgorithm.ES256, "old"),
                                        old,
                                        claims(shop).build()),
                                "")
                        .status())
                .isEqualTo(200);
        assertThat(show(
                                signed(
                                        header(JWSAlgorithm.ES256, "next"),
                                        next,
                                        claims(shop).build()),
                                "")
                        .status())
                .isEqualTo(200);
        keys(shop, next.toPublicJWK());
        assertThat(show(
                                signed(
                                        header(JWSAlgorithm.ES256, "old"),
                                        old,
                                        claims(shop).build()),
                                "")
                        .status())
                .isEqualTo(401);
        disable.disable(shop.tenant(), shop.clientId());
        assertThat(show(
                                signed(
                                        header(JWSAlgorithm.ES256, "next"),
                                        next,
                                        claims(shop).build()),
                                "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsAKeyToTheAlgorithmItNames() throws Exception {
        Shop shop = shop();
        RSAKey key = new RSAKeyGenerator(2048)
                .keyID("k1")
                .algorithm(JWSAlgorithm.PS256)
                .generate();
        keys(shop, key.toPublicJWK());
        assertThat(show(
                                signed(
                                        header(JWSAlgorithm.RS256, "k1"),
                                        key,
                                        claims(shop).build()),
                                "")
                        .status())
                .isEqualTo(401);
        assertThat(show(
                                signed(
                                        header(JWSAlgorithm.PS256, "k1"),
                                        key,
                                        claims(shop).build()),
                                "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesRequestsThatProveThemselvesTwiceOrHalf() throws Exception {
        Shop shop = shop();
        ECKey key = ec("k1");
        keys(shop, key.toPublicJWK());
        String assertion =
                signed(header(JWSAlgorithm.ES256, "k1"), key, claims(shop).build());
        String grant = "grant_type=client_credentials&client_assertion_type=" + encoded(TYPE);
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("secret too", show(assertion, "&client_id=" + shop.clientId() + "&client_secret=x"));
        answers.put("header too", form(grant + "&client_assertion=" + assertion, "Authorization", "Basic eDp5"));
        answers.put("twice", show(assertion, "&client_assertion=" + assertion));
        answers.put("no assertion", form(grant));
        answers.put(
                "other type",
                form("grant_type=client_credentials&client_assertion_type=x&client_assertion=" + assertion));
        answers.put("too long", show("x".repeat(9000), ""));
        answers.forEach((name, answer) ->
                assertThat(answer.status()).as(name + "\n" + answer).isIn(400, 401));
        assertThat(show(assertion, "").status()).as("none of them used it up").isEqualTo(200);
    }
}
