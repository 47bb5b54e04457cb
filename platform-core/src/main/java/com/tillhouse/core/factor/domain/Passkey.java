package com.tillhouse.core.factor.domain;

import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of a person. Nothing in it is secret: the private half never left the person's device.
 *
 * @param name what the person calls it
 * @param key what the device told of it
 */
public record Passkey(
        PersonId person,
        String name,
        PasskeyKey key,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {
    /** How long a name may be. */
    public static final int LONGEST_NAME = 60;

    /** How many a person may have. */
    public static final int MOST = 20;

    /** Names it among all passkeys. */
    public String id() {
        return key.id();
    }

    /** A name as it is kept: without controls, not empty, not too long. */
    public static String name(String typed) {
        String plain = typed.replaceAll("\\p{Cntrl}", " ").strip();
        String named = plain.isEmpty() ? "Passkey" : plain;
        return named.substring(0, Math.min(named.length(), LONGEST_NAME));
    }
}
