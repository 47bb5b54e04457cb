package com.tillhouse.api;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.tillhouse.core.clientkey.UploadClientKeys;
import com.tillhouse.core.clientkey.UploadClientKeysCommand;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that sign instead of telling a secret (private_key_jwt, RFC 7523). */
abstract class AssertionContract extends ApiContract {
    static final String ISSUER = "http://localhost:8080";
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Autowired
    UploadClientKeys upload;

    static RSAKey rsa(String kid) throws Exception {
        return new RSAKeyGenerator(2048).keyID(kid).generate();
    }

    static ECKey ec(String kid) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    void keys(Shop shop, JWK... keys) {
        upload.upload(
                new UploadClientKeysCommand(shop.tenant(), shop.clientId(), new JWKSet(List.of(keys)).toString(true)));
    }

    JWTClaimsSet.Builder claims(Shop shop) {
        return new JWTClaimsSet.Builder()
                .issuer(shop.clientId())
                .subject(shop.clientId())
                .audience(ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(at(0))
                .expirationTime(at(60));
    }

    Date at(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
    }

    static String signed(JWSHeader header, JWK key, JWTClaimsSet claims) throws Exception {
        SignedJWT assertion = new SignedJWT(header, claims);
        assertion.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
        return assertion.serialize();
    }

    Answer show(String assertion, String more) {
        return form("grant_type=client_credentials&client_assertion_type=" + encoded(TYPE) + "&client_assertion="
                + encoded(assertion) + more);
    }

    Answer form(String form, String... headers) {
        HttpRequest.Builder request = to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
