package com.tillhouse.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.tillhouse.core.clientkey.ClientKey;
import com.tillhouse.core.clientkey.FindClientKeys;
import com.tillhouse.core.clientkey.SpendAssertion;
import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.FindApiClient;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Lets a client in by an assertion that one of its own keys signed, once. */
final class AssertionCheck implements AuthenticationProvider {
    private final FindApiClient clients;
    private final FindClientKeys keys;
    private final SpendAssertion used;
    private final AssertionRules rules;

    AssertionCheck(FindApiClient clients, FindClientKeys keys, SpendAssertion used, AssertionRules rules) {
        this.clients = clients;
        this.keys = keys;
        this.used = used;
        this.rules = rules;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        if (!(asked instanceof OAuth2ClientAuthenticationToken token)
                || !ClientAuthenticationMethod.PRIVATE_KEY_JWT.equals(token.getClientAuthenticationMethod())) {
            return null;
        }
        SignedJWT assertion = AssertionRules.parse(String.valueOf(token.getCredentials()));
        JWTClaimsSet claims = AssertionRules.claims(assertion);
        rules.check(assertion.getHeader());
        rules.check(claims, token.getName());
        ApiClient client = clients.enabledNow(token.getName()).orElseThrow(AssertionRules::refused);
        AssertionRules.require(signedBy(client, assertion));
        AssertionRules.require(used.spend(
                client.tenant(),
                client.clientId(),
                claims.getJWTID(),
                claims.getExpirationTime().toInstant()));
        return new OAuth2ClientAuthenticationToken(
                PlatformClientRepository.registered(client), ClientAuthenticationMethod.PRIVATE_KEY_JWT, null);
    }

    private boolean signedBy(ApiClient client, SignedJWT assertion) {
        String kid = assertion.getHeader().getKeyID();
        return keys.of(client.tenant(), client.clientId()).stream()
                .filter(key -> key.kid().equals(kid))
                .findAny()
                .filter(key -> verifies(key, assertion))
                .isPresent();
    }

    /** A key that says its algorithm takes no other; one of the wrong kind for the header's takes none. */
    private static boolean verifies(ClientKey key, SignedJWT assertion) {
        JWK jwk = parse(key);
        var algorithm = assertion.getHeader().getAlgorithm();
        if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().equals(algorithm)) {
            return false;
        }
        try {
            JWSVerifier verifier = jwk instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(jwk.toRSAKey());
            return verifier.supportedJWSAlgorithms().contains(algorithm) && assertion.verify(verifier);
        } catch (JOSEException e) {
            throw new IllegalStateException("key " + key.kid() + " was checked when it was uploaded", e);
        }
    }

    private static JWK parse(ClientKey key) {
        try {
            return JWK.parse(key.jwk());
        } catch (ParseException e) {
            throw new IllegalStateException("key " + key.kid() + " was written by us", e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
