package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.Violations;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of one public key (RFC 7518 §6), checked, and written anew. */
final class PublicNumbers {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65537);
    private static final int MOST_EXPONENT_BITS = 256;
    private static final int COORDINATE_BYTES = 32;

    /** P-256 (FIPS 186-4 §D.1.2.3): y² = x³ − 3x + B modulo P. */
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    private final Violations found;
    private final String at;
    private final Map<?, ?> key;

    PublicNumbers(Violations found, String at, Map<?, ?> key) {
        this.found = found;
        this.at = at;
        this.key = key;
    }

    /** The members of an RSA key, or null when it can't be taken. */
    @Nullable
    String rsa() {
        byte @Nullable [] modulus = bytes("n");
        byte @Nullable [] exponent = bytes("e");
        if (modulus == null || exponent == null) {
            return null;
        }
        BigInteger n = new BigInteger(1, modulus);
        BigInteger e = new BigInteger(1, exponent);
        boolean strong = n.bitLength() >= LEAST_RSA_BITS && n.bitLength() <= MOST_RSA_BITS && n.testBit(0);
        boolean usual = e.compareTo(LEAST_EXPONENT) >= 0 && e.testBit(0) && e.bitLength() <= MOST_EXPONENT_BITS;
        found.require(strong, at + "/n", "weak_key", "must be an odd number of 2048 to 8192 bits.");
        found.require(usual, at + "/e", "weak_key", "must be an odd number from 65537.");
        return strong && usual
                ? "\"kty\":\"RSA\",\"n\":\"" + text(modulus) + "\",\"e\":\"" + text(exponent) + "\""
                : null;
    }

    /** The members of an EC key, or null when it can't be taken. */
    @Nullable
    String ec() {
        boolean curve = "P-256".equals(key.get("crv"));
        found.require(curve, at + "/crv", "not_allowed", "must be P-256.");
        if (!curve) {
            return null;
        }
        byte @Nullable [] x = bytes("x");
        byte @Nullable [] y = bytes("y");
        if (x == null || y == null) {
            return null;
        }
        boolean point = x.length == COORDINATE_BYTES
                && y.length == COORDINATE_BYTES
                && onCurve(new BigInteger(1, x), new BigInteger(1, y));
        found.require(point, at, "not_on_curve", "must be a point of P-256: x and y of 32 bytes each.");
        return point ? "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + text(x) + "\",\"y\":\"" + text(y) + "\"" : null;
    }

    private static boolean onCurve(BigInteger x, BigInteger y) {
        BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B);
        return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.multiply(y).mod(P).equals(right.mod(P));
    }

    private byte @Nullable [] bytes(String member) {
        if (key.get(member) instanceof String text && !text.isEmpty() && text.matches("[A-Za-z0-9_-]+")) {
            try {
                return Base64.getUrlDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                return malformed(member);
            }
        }
        return malformed(member);
    }

    private byte @Nullable [] malformed(String member) {
        found.require(false, at + "/" + member, "malformed", "must be a number in base64url without padding.");
        return null;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
