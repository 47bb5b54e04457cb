package com.tillhouse.core.keyset.domain;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A keyset as it is kept: encrypted by a master key. Prints nothing of its bytes.
 *
 * @param masterKey which master key wraps it; null for the one key file that there was before keysets named theirs
 * @param generation counts how often its keys changed
 * @param changedAt when it was last written over; null when it never was
 */
public record WrappedKeyset(
        byte[] bytes,
        @Nullable String masterKey,
        int generation,
        @Nullable Instant changedAt) {

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKeyset that && generation == that.generation && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "WrappedKeyset[***, " + masterKey + ", " + generation + "]";
    }
}
