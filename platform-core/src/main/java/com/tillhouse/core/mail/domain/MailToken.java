package com.tillhouse.core.mail.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret of 256 random bits that goes out in the link of a mail and nowhere else; only its hash is kept. Prints as stars. */
public record MailToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** A new one. */
    public static MailToken fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new MailToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What somebody came with, or nothing when it can't be one. */
    public static Optional<MailToken> read(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new MailToken(typed)) : Optional.empty();
    }

    /** What is kept of it. SHA-256 is enough because it is random, not a password. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "MailToken[***]";
    }
}
