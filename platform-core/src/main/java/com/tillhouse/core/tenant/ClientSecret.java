package com.tillhouse.core.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One of a client's secrets, as it is kept: only its hash. SHA-256 is enough because a secret is 256 random bits, not a password.
 *
 * @param expiresAt from then on it is refused; null lives until the client is disabled
 * @param lastUsedAt when it last opened the door, at most a minute too early; null never did
 */
public record ClientSecret(
        int version,
        byte[] hash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** How exactly the last use is known; within it, using a secret again writes nothing. */
    public static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** True while it opens the door. */
    public boolean live(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** True when this is the secret; takes the same time whether it is or not. */
    boolean matches(byte[] presentedHash) {
        return MessageDigest.isEqual(hash, presentedHash);
    }

    /** True when a use at this moment is worth writing down. */
    boolean useIsNews(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_NOTED_EVERY));
    }

    /** What is kept of a secret. */
    public static byte[] hashOf(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientSecret that && version == that.version && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return version;
    }

    @Override
    public String toString() {
        return "ClientSecret[" + version + "]";
    }
}
