package com.tillhouse.core.factor.domain;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a passkey has to sign, once: whoever asked for it keeps it, and takes it back with the first answer.
 *
 * @param text 256 random bits in base64url
 */
public record Challenge(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new one. */
    public static Challenge fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Challenge(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The bits themselves. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "***";
    }
}
