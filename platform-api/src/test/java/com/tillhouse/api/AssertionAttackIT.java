package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every forged assertion gets the same bare 401. */
class AssertionAttackIT extends AssertionContract {
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
            forged(
                            shop,
                            key,
                            URI.create("http://localhost:" + thief.getAddress().getPort() + "/keys"))
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
        SignedJWT mac =
                new SignedJWT(header(JWSAlgorithm.HS256, "k1"), claims(shop).build());
        mac.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        forged.put("HS256 with the public key", mac.serialize());
        forged.put(
                "stranger's key under the client's kid",
                signed(good, stranger, claims(shop).build()));
        forged.put(
                "another client's key",
                signed(header(JWSAlgorithm.RS256, "k2"), others, claims(shop).build()));
        forged.put(
                "another client's assertion",
                signed(header(JWSAlgorithm.RS256, "k2"), others, claims(other).build()));
        forged.put(
                "unknown kid",
                signed(header(JWSAlgorithm.RS256, "k9"), key, claims(shop).build()));
        forged.put(
                "no kid",
                signed(new JWSHeader(JWSAlgorithm.RS256), key, claims(shop).build()));
        forged.put(
                "unpinned algorithm",
                signed(header(JWSAlgorithm.RS512, "k1"), key, claims(shop).build()));
        brought(shop, key, stranger, thief).forEach(forged::put);
        lies(other)
                .forEach((name, lie) -> forged.put(
                        name,
                        unchecked(
                                () -> signed(good, key, lie.apply(claims(shop)).build()))));
        forged.put("two dots", "..");
        forged.put("not a token", "x");
        return forged;
    }

    private Map<String, String> brought(Shop shop, RSAKey key, RSAKey stranger, URI thief) throws Exception {
        Map<String, String> forged = new LinkedHashMap<>();
        JWSHeader.Builder open = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put(
                "key brought along",
                signed(
                        open.jwk(stranger.toPublicJWK()).build(),
                        stranger,
                        claims(shop).build()));
        JWSHeader.Builder there = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put(
                "jku",
                signed(there.jwkURL(thief).build(), stranger, claims(shop).build()));
        JWSHeader.Builder cert = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put(
                "x5u",
                signed(cert.x509CertURL(thief).build(), stranger, claims(shop).build()));
        JWSHeader.Builder access = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        forged.put(
                "typ of an access token",
                signed(
                        access.type(new JOSEObjectType("at+jwt")).build(),
                        key,
                        claims(shop).build()));
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
}
