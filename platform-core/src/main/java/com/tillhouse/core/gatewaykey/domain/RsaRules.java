package com.tillhouse.core.gatewaykey.domain;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Set;

/** What an RSA key must be like: 2048 to 4096 bits, exponent 65537, not published, not guessable. */
final class RsaRules {
    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 4096;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    /** FIPS 186-5, A.1.3: the primes differ within their first 100 bits. */
    private static final int APART = 100;

    /** Fingerprints of keys whose private halves stand in documentation; the first is the example of jwt.io. */
    private static final Set<String> PUBLISHED =
            Set.of("f56c8b01227f62ddbc16eb29a6ac0b310e276760a5e06302fa881a35146f6bc7");

    private RsaRules() {}

    static void check(BigInteger modulus, BigInteger exponent, Fingerprint fingerprint) {
        refuse(modulus.bitLength() < FEWEST_BITS, KeyFault.TOO_SHORT);
        refuse(modulus.bitLength() > MOST_BITS, KeyFault.TOO_LONG);
        refuse(!exponent.equals(EXPONENT), KeyFault.EXPONENT);
        refuse(PUBLISHED.contains(fingerprint.hex()), KeyFault.PUBLISHED);
    }

    /** The halves and their parts belong together, and the modulus can't be factored by looking near its root. */
    static void checkParts(RSAPrivateCrtKey key) {
        BigInteger p = key.getPrimeP();
        BigInteger q = key.getPrimeQ();
        BigInteger one = BigInteger.ONE;
        BigInteger d = key.getPrivateExponent();
        boolean whole = p.signum() > 0
                && q.signum() > 0
                && p.multiply(q).equals(key.getModulus())
                && d.multiply(key.getPublicExponent()).mod(p.subtract(one)).equals(one)
                && d.multiply(key.getPublicExponent()).mod(q.subtract(one)).equals(one)
                && key.getPrimeExponentP().equals(d.mod(p.subtract(one)))
                && key.getPrimeExponentQ().equals(d.mod(q.subtract(one)))
                && key.getCrtCoefficient().multiply(q).mod(p).equals(one);
        refuse(!whole, KeyFault.INCONSISTENT);
        int close = key.getModulus().bitLength() / 2 - APART;
        refuse(p.subtract(q).abs().bitLength() <= close, KeyFault.WEAK);
    }

    private static void refuse(boolean wrong, KeyFault fault) {
        if (wrong) {
            throw new KeyRefusedException(fault);
        }
    }
}
