package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import com.tillhouse.core.clientkey.SpendAssertion;
import com.tillhouse.core.clientkey.UploadClientKeys;
import com.tillhouse.core.clientkey.UploadClientKeysCommand;
import com.tillhouse.core.tenant.DisableApiClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients that sign instead of telling a secret (private_key_jwt, RFC 7523). */
class ClientAssertionIT extends ApiContract {
    private static final String ISSUER = "http://localhost:8080";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Autowired
    UploadClientKeys upload;

    @Autowired
    SpendAssertion spend;

    @Autowired
    DisableApiClient disable;

    private static RSAKey rsa(String kid) throws Exception {
        return new RSAKeyGenerator(2048).keyID(kid).generate();
    }

    private static ECKey ec(String kid) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    private void keys(Shop shop, JWK... keys) {
        upload.upload(new UploadClientKeysCommand(
                shop.tenant(), shop.clientId(), new JWKSet(List.of(keys)).toString(true)));
    }

    private JWTClaimsSet.Builder claims(Shop shop) {
        return new JWTClaimsSet.Builder()
                .issuer(shop.clientId())
                .subject(shop.clientId())
                .audience(ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(at(0))
                .expirationTime(at(60));
    }

    private Date at(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(kid).build();
    }

    private static String signed(JWSHeader header, JWK key, JWTClaimsSet claims) throws Exception {
        SignedJWT assertion = new SignedJWT(header, claims);
        assertion.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
        return assertion.serialize();
    }

    private Answer show(String assertion, String more) {
        return form("grant_type=client_credentials&client_assertion_type=" + encoded(TYPE) + "&client_assertion="
                + encoded(assertion) + more);
    }

    private Answer form(String form, String... headers) {
        HttpRequest.Builder request = to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void letsAClientInByItsOwnKeyInEachAlgorithm() throws Exception {
        Shop shop = shop();
        RSAKey rsa = rsa("rsa-1");
        ECKey ec = ec("ec-1");
        keys(shop, rsa.toPublicJWK(), ec.toPublicJWK());
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            Answer granted = show(signed(header(algorithm, "rsa-1"), rsa, claims(shop).build()), "");
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
    void refusesEveryForgedAssertionWithTheSameWords() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer thief = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        thief.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        thief.start();
        try {
            Shop shop = shop();
            RSAKey key = rsa("k1");
            keys(shop, key.toPublicJWK());
            forged(shop, key, URI.create("http://localhost:" + thief.getAddress().getPort() + "/keys"))
                    .forEach((name, assertion) -> {
                        Answer answer = show(assertion, "&client_id=" + shop.clientId());
                        assertThat(answer.status()).as(name + "\n" + answer).isEqualTo(401);
                        assertThat(answer.text()).as(name).isEqualTo("{\"error\":\"invalid_client\"}");
                    });
            assertThat(fetched).hasValue(0);
        } finally {
            thief.stop(0);
        }
    }

    private Map<String, String> forged(Shop shop, RSAKey key, URI thief) throws Exception {
        Map<String, String> forged = new LinkedHashMap<>();
        JWSHeader good = header(JWSAlgorithm.RS256, "k1");
        RSAKey stranger = rsa("k1");
        Shop other = shop();
        RSAKey others = rsa("k2");
        keys(other, others.toPublicJWK());
        forged.put("alg none", new PlainJWT(claims(shop).build()).serialize());
        SignedJWT mac = new SignedJWT(header(JWSAlgorithm.HS256, "k1"), claims(shop).build());
        mac.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        forged.put("HS256 with the public key", mac.serialize());
        forged.put("stranger's key under the client's kid", signed(good, stranger, claims(shop).build()));
        forged.put(
                "another client's key",
                signed(header(JWSAlgorithm.RS256, "k2"), others, claims(shop).build()));
        forged.put("another client's assertion", signed(header(JWSAlgorithm.RS256, "k2"), others, claims(other).build()));
        forged.put("unknown kid", signed(header(JWSAlgorithm.RS256, "k9"), key, claims(shop).build()));
        forged.put("no kid", signed(new JWSHeader(JWSAlgorithm.RS256), key, claims(shop).build()));
        forged.put("unpinned algorithm", signed(header(JWSAlgorithm.RS512, "k1"), key, claims(shop).build()));
        JWSHeader.Builder open = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put("key brought along", signed(open.jwk(stranger.toPublicJWK()).build(), stranger, claims(shop).build()));
        JWSHeader.Builder there = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put("jku", signed(there.jwkURL(thief).build(), stranger, claims(shop).build()));
        JWSHeader.Builder cert = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put("x5u", signed(cert.x509CertURL(thief).build(), stranger, claims(shop).build()));
        JWSHeader.Builder access = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put("typ of an access token", signed(access.type(new JOSEObjectType("at+jwt")).build(), key, claims(shop).build()));
        lies(other).forEach((name, lie) -> forged.put(name, unchecked(() -> signed(good, key, lie.apply(claims(shop)).build()))));
        forged.put("two dots", "..");
        forged.put("not a token", "x");
        return forged;
    }

    private Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies(Shop other) {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("expired", claims -> claims.expirationTime(at(-1)));
        lies.put("no end", claims -> claims.expirationTime(null));
        lies.put("ends too late", claims -> claims.expirationTime(at(330)));
        lies.put("not yet", claims -> claims.notBeforeTime(at(45)));
        lies.put("issued in the future", claims -> claims.issueTime(at(45)));
        lies.put("other audience", claims -> claims.audience("https://evil.example"));
        lies.put("audience of the API", claims -> claims.audience(ISSUER + "/v1"));
        lies.put("two audiences", claims -> claims.audience(List.of(ISSUER, "https://evil.example")));
        lies.put("no audience", claims -> claims.audience((String) null));
        lies.put("almost our audience", claims -> claims.audience(ISSUER + "/"));
        lies.put("other issuer", claims -> claims.issuer(other.clientId()));
        lies.put("no issuer", claims -> claims.issuer(null));
        lies.put("other subject", claims -> claims.subject(other.clientId()));
        lies.put("no id", claims -> claims.jwtID(null));
        lies.put("endless id", claims -> claims.jwtID("x".repeat(256)));
        return lies;
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
            List<Callable<Integer>> shows = java.util.Collections.nCopies(8, () -> show(assertion, "").status());
            for (var answer : threads.invokeAll(shows)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnlyOnce(200).hasSize(8);
        assertThat(Set.copyOf(answers)).isEqualTo(Set.of(200, 401));
        Shop other = shop();
        keys(other, key.toPublicJWK());
        JWTClaimsSet sameName = claims(other).jwtID(claims.getJWTID()).build();
        assertThat(show(signed(header(JWSAlgorithm.ES256, "k1"), key, sameName), "").status())
                .as("ids are each client's own")
                .isEqualTo(200);
    }

    @Test
    void forgetsAssertionsThatHaveEnded() throws Exception {
        Shop shop = shop();
        JdbcClient truth = JdbcClient.create(DATABASE.superuser());
        for (int i = 0; i < 3; i++) {
            assertThat(spend.spend(shop.tenant(), shop.clientId(), "id-" + i, clock.instant().plusSeconds(60)))
                    .isTrue();
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(spend.spend(shop.tenant(), shop.clientId(), "id-0", clock.instant().plusSeconds(60)))
                .as("another process' clock may be behind")
                .isFalse();
        clock.advance(Duration.ofMinutes(3));
        assertThat(spend.spend(shop.tenant(), shop.clientId(), "new", clock.instant().plusSeconds(60)))
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
        assertThat(show(signed(header(JWSAlgorithm.ES256, "old"), old, claims(shop).build()), "").status())
                .isEqualTo(200);
        assertThat(show(signed(header(JWSAlgorithm.ES256, "next"), next, claims(shop).build()), "").status())
                .isEqualTo(200);
        keys(shop, next.toPublicJWK());
        assertThat(show(signed(header(JWSAlgorithm.ES256, "old"), old, claims(shop).build()), "").status())
                .isEqualTo(401);
        disable.disable(shop.tenant(), shop.clientId());
        assertThat(show(signed(header(JWSAlgorithm.ES256, "next"), next, claims(shop).build()), "").status())
                .isEqualTo(401);
    }

    @Test
    void keepsAKeyToTheAlgorithmItNames() throws Exception {
        Shop shop = shop();
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").algorithm(JWSAlgorithm.PS256).generate();
        keys(shop, key.toPublicJWK());
        assertThat(show(signed(header(JWSAlgorithm.RS256, "k1"), key, claims(shop).build()), "").status())
                .isEqualTo(401);
        assertThat(show(signed(header(JWSAlgorithm.PS256, "k1"), key, claims(shop).build()), "").status())
                .isEqualTo(200);
    }

    @Test
    void refusesRequestsThatProveThemselvesTwiceOrHalf() throws Exception {
        Shop shop = shop();
        ECKey key = ec("k1");
        keys(shop, key.toPublicJWK());
        String assertion = signed(header(JWSAlgorithm.ES256, "k1"), key, claims(shop).build());
        String grant = "grant_type=client_credentials&client_assertion_type=" + encoded(TYPE);
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("secret too", show(assertion, "&client_id=" + shop.clientId() + "&client_secret=x"));
        answers.put("header too", form(grant + "&client_assertion=" + assertion, "Authorization", "Basic eDp5"));
        answers.put("twice", show(assertion, "&client_assertion=" + assertion));
        answers.put("no assertion", form(grant));
        answers.put("other type", form("grant_type=client_credentials&client_assertion_type=x&client_assertion=" + assertion));
        answers.put("too long", show("x".repeat(9000), ""));
        answers.forEach((name, answer) -> assertThat(answer.status())
                .as(name + "\n" + answer)
                .isIn(400, 401));
        assertThat(show(assertion, "").status()).as("none of them used it up").isEqualTo(200);
    }
}
