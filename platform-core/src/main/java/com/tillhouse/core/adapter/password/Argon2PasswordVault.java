package com.tillhouse.core.adapter.password;

import com.tillhouse.core.tenant.PasswordVault;
import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id, with the method's name in front of each hash, so that the next method can live beside it. */
public final class Argon2PasswordVault implements PasswordVault {
    private static final String CURRENT = "argon2@SpringSecurity_v5_8";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            CURRENT, Map.of(CURRENT, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

    @Override
    public String hash(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean fits(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
