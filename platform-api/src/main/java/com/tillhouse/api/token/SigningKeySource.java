package com.tillhouse.api.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.tillhouse.core.token.FindSigningKeys;
import com.tillhouse.core.token.SigningKey;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The platform's signing keys, as the JOSE library wants them. */
final class SigningKeySource implements JWKSource<SecurityContext> {
    private final FindSigningKeys keys;
    private final AtomicReference<Parsed> parsed = new AtomicReference<>(new Parsed(List.of(), new JWKSet()));

    SigningKeySource(FindSigningKeys keys) {
        this.keys = keys;
    }

    private record Parsed(List<SigningKey> from, JWKSet set) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<SigningKey> now = keys.all();
        Parsed last = parsed.get();
        if (!last.from().equals(now)) {
            last = new Parsed(
                    now, new JWKSet(now.stream().map(SigningKeySource::parse).toList()));
            parsed.set(last);
        }
        return selector.select(last.set());
    }

    private static JWK parse(SigningKey key) {
        try {
            return ECKey.parse(key.jwk());
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + key.kid() + " is not a JWK", e);
        }
    }
}
