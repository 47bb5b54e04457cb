package com.tillhouse.core.webhook.domain;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A symmetric signing key of an endpoint (Standard Webhooks 1.0.0). Prints nothing, compares by content. */
public final class WebhookSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "whsec_";
    private static final int FRESH_BYTES = 32;
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private final byte[] key;

    private WebhookSecret(byte[] key) {
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw refused();
        }
        this.key = key;
    }

    /** A new key of 32 random bytes. */
    public static WebhookSecret fresh() {
        byte[] key = new byte[FRESH_BYTES];
        RANDOM.nextBytes(key);
        return new WebhookSecret(key);
    }

    /** The key that a text such as {@code whsec_MfKQ…} stands for: standard Base64 of 24 to 64 bytes. */
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw refused();
        }
        try {
            return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** The key from its raw bytes, as the vault gives them back. */
    public static WebhookSecret ofBytes(byte[] key) {
        return new WebhookSecret(key.clone());
    }

    /** The raw bytes, for the vault and for signing. */
    public byte[] bytes() {
        return key.clone();
    }

    /** What the merchant sees once: {@code whsec_} and Base64. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The place the vault binds the ciphertext to, so that a row copied elsewhere does not open. */
    public static String place(String endpointId, int version) {
        return "webhook_secret/" + endpointId + "/" + version;
    }

    private static InvalidRequestException refused() {
        return new InvalidRequestException(List.of(new Violation(
                "/secret", "not_a_webhook_secret", "must be whsec_ followed by Base64 of 24 to 64 bytes.")));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookSecret that && Arrays.equals(key, that.key);
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
