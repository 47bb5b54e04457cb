package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.tillhouse.core.token.FindSigningKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every forged token gets the same bare 401; the honest one made the same way is let in. */
class TokenAttackIT extends ApiContract {
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

    @Autowired
    FindSigningKeys keys;

    @Test
    void refusesEveryForgedToken() throws Exception {
        Shop shop = shop();
        Shop other = shop();
        ECKey key = ECKey.parse(keys.signing().jwk());
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        assertThat(get(signed(header(key), key, claims(shop)), SESSIONS).status())
                .isEqualTo(200);

        forged(shop, other, key, stranger).forEach((name, token) -> {
            Answer answer = get(token, SESSIONS);
            assertThat(answer.status()).as(name + "\n" + answer).isEqualTo(401);
            assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/problem+json");
            assertThat(answer.json().has("detail")).as(name).isFalse();
            assertThat(answer.header("WWW-Authenticate"))
                    .as(name)
                    .isEqualTo("Bearer realm=\"tillhouse\", error=\"invalid_token\"");
        });
        assertThat(send(to(SESSIONS).GET()).header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tillhouse\"");
    }

    /** A megabyte never reaches the token's check: the container says no at its limit for heads and hangs up, whatever else is on its way. */
    @Test
    void refusesAMegabyteAndGoesOn() throws Exception {
        Shop shop = shop();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            write(socket, "x".repeat(1024 * 1024));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        assertThat(get(token(shop), SESSIONS).status()).isEqualTo(200);
    }

    /** As much of it as the other side takes before it hangs up. */
    private static void write(Socket socket, String token) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(("GET " + SESSIONS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(token.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (SocketException hungUp) {
            assertThat(hungUp).hasMessageMatching("(?i).*(broken pipe|connection reset).*");
        }
    }

    @Test
    void takesATokenFromItsHeaderOnly() throws Exception {
        String token = token(shop());
        assertThat(send(to(SESSIONS + "?access_token=" + token).GET()).status()).isEqualTo(401);
        assertThat(send(to(SESSIONS)
                                .header("Authorization", "Bearer " + token + ", Bearer " + token)
                                .GET())
                        .status())
                .isEqualTo(401);
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
    }

    private Map<String, String> forged(Shop shop, Shop other, ECKey key, ECKey stranger) throws Exception {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", new PlainJWT(claims(shop)).serialize());
        byte[] open = key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        JWSHeader mac = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(key.getKeyID())
                .type(ACCESS)
                .build();
        tokens.put("HS256 with the public key", sign(mac, new MACSigner(open), claims(shop)));
        tokens.put("stranger's key under our kid", signed(header(key), stranger, claims(shop)));
        tokens.put("unknown kid", signed(header("tk_unknown"), stranger, claims(shop)));
        tokens.put("kid path", signed(header("../../dev/null"), stranger, claims(shop)));
        JWSHeader brought = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(stranger.toPublicJWK())
                .type(ACCESS)
                .build();
        tokens.put("key brought along", signed(brought, stranger, claims(shop)));
        JWSHeader fetched = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwkURL(URI.create("http://localhost:1/keys"))
                .type(ACCESS)
                .build();
        tokens.put("key to be fetched", signed(fetched, stranger, claims(shop)));
        JWSHeader certified = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .x509CertURL(URI.create("http://localhost:1/certificate"))
                .type(ACCESS)
                .build();
        tokens.put("certificate to be fetched", signed(certified, stranger, claims(shop)));
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(ACCESS)
                .criticalParams(java.util.Set.of("exp"))
                .build();
        tokens.put("critical header", signed(critical, key, claims(shop)));
        JWSHeader id = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        tokens.put("typ of an ID token", signed(id, key, claims(shop)));
        tokens.put(
                "no typ",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(key.getKeyID())
                                .build(),
                        key,
                        claims(shop)));
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = Map.of(
                "other issuer", claims -> claims.issuer("https://evil.example"),
                "other audience", claims -> claims.audience("https://evil.example"),
                "expired", claims -> claims.expirationTime(at(-31)),
                "no expiry", claims -> claims.expirationTime(null),
                "not yet", claims -> claims.notBeforeTime(at(120)),
                "other tenant", claims -> claims.claim("tenant", other.tenant().toString()),
                "other mode", claims -> claims.claim("mode", "live"),
                "unknown client", claims -> claims.claim("client_id", "tc_nobody"),
                "no client", claims -> claims.claim("client_id", null),
                "scope as list", claims -> claims.claim("scope", java.util.List.of("sessions:read")));
        for (var lie : lies.entrySet()) {
            JWTClaimsSet claims =
                    lie.getValue().apply(new JWTClaimsSet.Builder(claims(shop))).build();
            tokens.put(lie.getKey(), signed(header(key), key, claims));
        }
        String good = signed(header(key), key, claims(shop));
        tokens.put("two dots", "..");
        tokens.put("cut", good.substring(0, good.length() - 5));
        tokens.put("not a token", "x");
        tokens.put("as long as a header may be", "x".repeat(12_000));
        tokens.put("long and with dots", "a.".repeat(6_000));
        return tokens;
    }

    private Date at(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private JWTClaimsSet claims(Shop shop) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .audience("http://localhost:8080/v1")
                .subject(shop.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .claim("client_id", shop.clientId())
                .claim("tenant", shop.tenant().toString())
                .claim("mode", "test")
                .claim("scope", "sessions:read")
                .build();
    }

    private static JWSHeader header(ECKey key) {
        return header(key.getKeyID());
    }

    private static JWSHeader header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).type(ACCESS).build();
    }

    private static String signed(JWSHeader header, ECKey key, JWTClaimsSet claims)
            throws JOSEException, ParseException {
        return sign(header, new ECDSASigner(key), claims);
    }

    private static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
