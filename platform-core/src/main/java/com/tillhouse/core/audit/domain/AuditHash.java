package com.tillhouse.core.audit.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 of the chain.
 *
 * @param hex in small hexadecimal letters
 */
public record AuditHash(String hex) {

    /** The hash of these bytes. */
    static AuditHash of(byte[] bytes) {
        try {
            return of256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A hash that was kept as bytes. */
    public static AuditHash of256(byte[] digest) {
        return new AuditHash(HexFormat.of().formatHex(digest));
    }

    /** As it is kept. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
