package com.tillhouse.core.shared;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Makes ids that can't be guessed: a prefix that tells the kind, then 128 random bits in base 32. */
public final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 128;
    private static final int LENGTH = 26;

    private RandomId() {}

    /** A fresh id such as {@code pay_4k2m…}, 26 characters behind the prefix, only letters and digits. */
    public static String withPrefix(String prefix) {
        String digits = new BigInteger(BITS, RANDOM).toString(32);
        return prefix + "0".repeat(LENGTH - digits.length()) + digits;
    }
}
