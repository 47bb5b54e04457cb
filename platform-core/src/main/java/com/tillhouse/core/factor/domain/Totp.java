package com.tillhouse.core.factor.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by time (RFC 6238 over RFC 4226, SHA-1, six digits, 30 seconds): what every authenticator app knows. */
public final class Totp {
    public static final int DIGITS = 6;
    public static final Duration PERIOD = Duration.ofSeconds(30);

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;
    /** A code is also good one step early or late: clocks differ, and typing takes time. */
    private static final int DRIFT = 1;

    private Totp() {}

    /** The number of the 30 seconds that this moment is in. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), PERIOD.toSeconds());
    }

    /** The code of one step. */
    public static String code(TotpSecret secret, long step) {
        byte[] hash = hmac(secret.bytes(), step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /** The step that this is the code of, if it is good now. Takes equally long for every code. */
    public static OptionalLong match(TotpSecret secret, String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        long current = step(now);
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(ascii(code(secret, step)), ascii(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] ascii(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
