package com.tillhouse.core.token;

import com.tillhouse.core.shared.RandomId;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that signs access tokens (ES256). Prints nothing of its private half.
 *
 * @param kid names the key in a token's header
 * @param jwk RFC 7517 text with the private half
 */
public record SigningKey(String kid, String jwk, Instant createdAt) {
    private static final int COORDINATE_BYTES = 32;

    /** A fresh key on P-256. */
    public static SigningKey create(Instant now) {
        String kid = RandomId.withPrefix("tk_");
        KeyPair pair = freshPair();
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        ECPrivateKey secret = (ECPrivateKey) pair.getPrivate();
        String jwk = """
                {"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s","d":"%s"}""".formatted(
                        kid,
                        coordinate(open.getW().getAffineX()),
                        coordinate(open.getW().getAffineY()),
                        coordinate(secret.getS()));
        return new SigningKey(kid, jwk, now);
    }

    private static KeyPair freshPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Unsigned, big-endian, exactly 32 bytes, base64url without padding (RFC 7518 §6.2). */
    private static String coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] exact = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        byte[] tail = Arrays.copyOfRange(signed, signed.length - length, signed.length);
        System.arraycopy(tail, 0, exact, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
