package com.tillhouse.core.gatewaykey.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * SHA-256 over a public key's X.509 DER: enough to compare keys by eye.
 *
 * @param hex 64 digits
 */
public record Fingerprint(String hex) {
    /** Of a public key, X.509 DER in base64. */
    public static Fingerprint of(String publicKey) {
        return of(Base64.getDecoder().decode(publicKey));
    }

    static Fingerprint of(byte[] der) {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
