package com.tillhouse.core.factor.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** What an authenticator app and Tillhouse share: 160 bits. Shown once, while it is set up. */
public final class TotpSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final String ISSUER = "Tillhouse";

    private final byte[] key;

    private TotpSecret(byte[] key) {
        this.key = key;
    }

    /** A new one. */
    public static TotpSecret fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new TotpSecret(key);
    }

    /** One that was kept. */
    public static TotpSecret of(byte[] key) {
        return new TotpSecret(key.clone());
    }

    /** As it is kept, sealed. */
    public byte[] bytes() {
        return key.clone();
    }

    /** As it is typed by hand, in base 32. */
    public String text() {
        return Base32.text(key);
    }

    /** As an authenticator app reads it from a QR code. */
    public String uri(String account) {
        return "otpauth://totp/" + ISSUER + ":" + encoded(account) + "?secret=" + text() + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.PERIOD.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "***";
    }
}
