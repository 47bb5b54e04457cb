package com.tillhouse.core.factor.domain;

import com.tillhouse.core.tenant.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stands in for a lost device, once. 80 random bits, so a plain hash is enough to keep it by.
 *
 * @param text as it is shown, once
 */
public record RecoveryCode(String text) {
    /** How many a person gets. */
    public static final int NUMBER = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 10;
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{16}");

    /** A new set. */
    public static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::one).limit(NUMBER).toList();
    }

    /** What somebody typed, if it has the shape of one. */
    public static Optional<RecoveryCode> read(String typed) {
        String letters = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return SHAPE.matcher(letters).matches() ? Optional.of(new RecoveryCode(grouped(letters))) : Optional.empty();
    }

    /** As it is kept; bound to the person. */
    public byte[] hash(PersonId person) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((person + "/" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static RecoveryCode one() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(grouped(Base32.text(bytes).toLowerCase(Locale.ROOT)));
    }

    private static String grouped(String letters) {
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "***";
    }
}
