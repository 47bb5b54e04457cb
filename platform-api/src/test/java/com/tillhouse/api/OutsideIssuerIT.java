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
import com.tillhouse.core.tenant.SuspendTenant;
import com.tillhouse.core.token.FindSigningKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An issuer of somebody else's, trusted by configuration: one that writes at+jwt, and one that can write only JWT. */
class OutsideIssuerIT extends ApiContract {
    private static final String SSO = "https://sso.example/realms/shops";
    private static final String OLD = "https://login.example/v2.0";
    private static final String AUDIENCE = "tillhouse-api";
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
    private static final ECKey KEY = ec("sso-1");
    private static final RSAKey OLD_KEY = rsa("old-1");
    private static final AtomicInteger FETCHED = new AtomicInteger();
    private static final String ONLY_TENANT = UUID.randomUUID().toString();

    @Autowired
    SuspendTenant suspend;

    @Autowired
    FindSigningKeys ours;

    @DynamicPropertySource
    static void issuers(DynamicPropertyRegistry registry) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            FETCHED.incrementAndGet();
            JWKSet keys = new JWKSet(List.<JWK>of(KEY, OLD_KEY));
            byte[] body = keys.toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String keys = "http://localhost:" + server.getAddress().getPort() + "/keys";
        String sso = "tillhouse.api.outside-issuers.sso.";
        registry.add(sso + "issuer", () -> SSO);
        registry.add(sso + "jwks-uri", () -> keys);
        registry.add(sso + "audience", () -> AUDIENCE);
        registry.add(sso + "tenants", () -> "*");
        registry.add(sso + "algorithms", () -> "ES256");
        registry.add(sso + "tenant-claim", () -> "merchant");
        registry.add(sso + "mode-claim", () -> "stage");
        String old = "tillhouse.api.outside-issuers.old.";
        registry.add(old + "issuer", () -> OLD);
        registry.add(old + "jwks-uri", () -> keys);
        registry.add(old + "audience", () -> AUDIENCE);
        registry.add(old + "tenants", () -> ONLY_TENANT);
        registry.add(old + "types", () -> "JWT");
        registry.add(old + "mode", () -> "TEST");
        registry.add(old + "client-claim", () -> "azp");
        registry.add(old + "scope-claim", () -> "roles");
        registry.add(old + "required-claims.typ", () -> "Bearer");
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Date at(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private JWTClaimsSet.Builder claims(String tenant) {
        return new JWTClaimsSet.Builder()
                .issuer(SSO)
                .audience(AUDIENCE)
                .subject("service-account")
                .issueTime(at(0))
                .expirationTime(at(300))
                .claim("client_id", "backend")
                .claim("merchant", tenant)
                .claim("stage", "test")
                .claim("scope", "openid sessions:read sessions:write");
    }

    private static String signed(JOSEObjectType type, JWSAlgorithm algorithm, JWK key, JWTClaimsSet.Builder claims)
            throws Exception {
        return signed(
                new JWSHeader.Builder(algorithm)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build(),
                key,
                claims);
    }

    private static String signed(JWSHeader header, JWK key, JWTClaimsSet.Builder claims) throws Exception {
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
        return token.serialize();
    }

    private static String sso(JWTClaimsSet.Builder claims) throws Exception {
        return signed(ACCESS, JWSAlgorithm.ES256, KEY, claims);
    }

    @Test
    void letsItsTokensIntoTheTenantThatTheyName() throws Exception {
        Shop shop = shop();
        String token = sso(claims(shop.tenant().toString()));
        Answer opened = open(token, order("OUTSIDE"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(get(token(shop), SESSIONS + "/" + opened.at("/id")).status()).isEqualTo(200);
        String others = sso(claims(shop().tenant().toString()));
        assertThat(get(others, SESSIONS + "/" + opened.at("/id")).status()).isEqualTo(404);
        String live = sso(claims(shop.tenant().toString()).claim("stage", "live"));
        assertThat(get(live, SESSIONS + "/" + opened.at("/id")).status()).isEqualTo(404);
        String less = sso(claims(shop.tenant().toString()).claim("scope", List.of("sessions:read", 7)));
        assertThat(open(less, order("LESS")).at("/required_scope")).isEqualTo("sessions:write");
        assertThat(get(less, SESSIONS).status()).isEqualTo(200);
        assertThat(get(sso(claims(shop.tenant().toString()).claim("scope", null)), SESSIONS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesEveryForgedToken() throws Exception {
        Shop shop = shop();
        assertThat(get(sso(claims(shop.tenant().toString())), SESSIONS).status())
                .isEqualTo(200);
        int fetched = FETCHED.get();
        forged(shop).forEach((name, token) -> {
            Answer answer = get(token, SESSIONS);
            assertThat(answer.status()).as(name + "\n" + answer).isEqualTo(401);
            assertThat(answer.json().has("detail")).as(name).isFalse();
        });
        assertThat(FETCHED.get() - fetched)
                .as("unknown keys make it look again, but not often")
                .isLessThan(4);
    }

    private Map<String, String> forged(Shop shop) throws Exception {
        String tenant = shop.tenant().toString();
        ECKey own = ECKey.parse(ours.signing().jwk());
        ECKey stranger = ec("sso-1");
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", new PlainJWT(claims(tenant).build()).serialize());
        SignedJWT mac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(ACCESS)
                        .keyID("sso-1")
                        .build(),
                claims(tenant).build());
        mac.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        forged.put("HS256 with the public key", mac.serialize());
        forged.put("algorithm not pinned", signed(ACCESS, JWSAlgorithm.RS256, OLD_KEY, claims(tenant)));
        forged.put("stranger's key", signed(ACCESS, JWSAlgorithm.ES256, stranger, claims(tenant)));
        forged.put("our key, their name", signed(ACCESS, JWSAlgorithm.ES256, own, claims(tenant)));
        JWTClaimsSet.Builder asOurs = claims(tenant)
                .issuer("http://localhost:8080")
                .audience("http://localhost:8080/v1")
                .claim("client_id", shop.clientId())
                .claim("tenant", tenant)
                .claim("mode", "test");
        forged.put("their key, our name", sso(asOurs));
        forged.put("ID token's typ", signed(JOSEObjectType.JWT, JWSAlgorithm.ES256, KEY, claims(tenant)));
        JWSHeader untyped =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("sso-1").build();
        forged.put("no typ", signed(untyped, KEY, claims(tenant)));
        for (int i = 0; i < 5; i++) {
            forged.put("unknown kid " + i, signed(ACCESS, JWSAlgorithm.ES256, ec("x" + i), claims(tenant)));
        }
        for (var lie : lies().entrySet()) {
            forged.put(lie.getKey(), sso(lie.getValue().apply(claims(tenant))));
        }
        forged.put("two dots", "..");
        return forged;
    }

    private Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("other issuer", claims -> claims.issuer("https://evil.example"));
        lies.put("almost their issuer", claims -> claims.issuer(SSO + "/"));
        lies.put("other audience", claims -> claims.audience("account"));
        lies.put("no audience", claims -> claims.audience((String) null));
        lies.put("expired", claims -> claims.expirationTime(at(-31)));
        lies.put("no expiry", claims -> claims.expirationTime(null));
        lies.put("lives too long", claims -> claims.expirationTime(at(3700)));
        lies.put("no issue time", claims -> claims.issueTime(null));
        lies.put("not yet", claims -> claims.notBeforeTime(at(120)));
        lies.put("nonce of an ID token", claims -> claims.claim("nonce", "n"));
        lies.put("hash of an ID token", claims -> claims.claim("at_hash", "h"));
        lies.put(
                "tenant that never was",
                claims -> claims.claim("merchant", UUID.randomUUID().toString()));
        lies.put("no tenant", claims -> claims.claim("merchant", null));
        lies.put("tenant by another word", claims -> claims.claim("merchant", "1-1-1-1-1"));
        lies.put("tenant as list", claims -> claims.claim("merchant", List.of(ONLY_TENANT)));
        lies.put("no mode", claims -> claims.claim("stage", null));
        lies.put("other mode", claims -> claims.claim("stage", "LIVE "));
        lies.put("no client", claims -> claims.claim("client_id", null));
        lies.put("client with a line break", claims -> claims.claim("client_id", "a\nb"));
        lies.put("endless client", claims -> claims.claim("client_id", "x".repeat(201)));
        return lies;
    }

    @Test
    void shutsASuspendedTenantOutWithinAMinute() throws Exception {
        Shop shop = shop();
        String token = sso(claims(shop.tenant().toString()));
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
        suspend.suspend(shop.tenant());
        clock.advance(Duration.ofSeconds(59));
        assertThat(get(token, SESSIONS).status()).isEqualTo(401);
    }

    private String old(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = claims("")
                .issuer(OLD)
                .claim("merchant", null)
                .claim("client_id", null)
                .claim("scope", null)
                .claim("tenant", ONLY_TENANT)
                .claim("azp", "backend")
                .claim("typ", "Bearer")
                .claim("roles", List.of("sessions:read"));
        return signed(JOSEObjectType.JWT, JWSAlgorithm.RS256, OLD_KEY, change.apply(claims));
    }

    @Test
    void keepsAnIssuerToItsOwnTenantsAndToItsAccessTokens() throws Exception {
        assertThat(get(old(claims -> claims), SESSIONS).status())
                .as("not registered yet")
                .isEqualTo(401);
        register.register(new com.tillhouse.core.shared.TenantId(UUID.fromString(ONLY_TENANT)), "only-tenant", "Only");
        assertThat(get(old(claims -> claims), SESSIONS).status()).isEqualTo(200);
        String other = shop().tenant().toString();
        assertThat(get(old(claims -> claims.claim("tenant", other)), SESSIONS).status())
                .isEqualTo(401);
        assertThat(get(old(claims -> claims.claim("typ", "ID")), SESSIONS).status())
                .isEqualTo(401);
        assertThat(get(old(claims -> claims.claim("typ", null)), SESSIONS).status())
                .isEqualTo(401);
        assertThat(get(old(claims -> claims.issuer(SSO)), SESSIONS).status()).isEqualTo(401);
    }
}
