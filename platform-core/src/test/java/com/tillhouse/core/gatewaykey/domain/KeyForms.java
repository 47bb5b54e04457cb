package com.tillhouse.core.gatewaykey.domain;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keys in all the forms that people paste. */
public final class KeyForms {
    public static final KeyPair GOOD = rsa(2048);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private KeyForms() {}

    public static KeyPair rsa(int bits) {
        return rsa(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    static KeyPair rsa(AlgorithmParameterSpec spec) {
        return pair("RSA", spec);
    }

    static KeyPair ec() {
        return pair("EC", new ECGenParameterSpec("secp256r1"));
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec spec) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(spec);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    public static String bare(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    /** What a PKCS#8 structure wraps: PKCS#1 for RSA, SEC1 for EC. */
    static byte[] inside(byte[] pkcs8) {
        int at = 0;
        for (int i = 0; i < pkcs8.length - 4; i++) {
            if (pkcs8[i] == 0x04 && pkcs8[i + 1] == (byte) 0x82) {
                at = i + 4;
                break;
            }
            boolean shortForm = pkcs8[i] == 0x04 && pkcs8[i + 1] == pkcs8.length - i - 2;
            if (shortForm) {
                at = i + 2;
                break;
            }
        }
        return Arrays.copyOfRange(pkcs8, at, pkcs8.length);
    }

    static byte[] encrypted(byte[] pkcs8) {
        try {
            String name = "PBEWithSHA1AndDESede";
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec("secret".toCharArray())));
            return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(pkcs8)).getEncoded();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A structure with the outline of a certificate. */
    static byte[] certificate() {
        byte[] part = sequence(new byte[] {0x02, 0x01, 0x00});
        return sequence(part, part, new byte[] {0x03, 0x02, 0x00, 0x01});
    }

    static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(0x30);
        whole.write(content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    /** A private key whose primes belong to another modulus. */
    static byte[] inconsistent() {
        RSAPrivateCrtKey one = (RSAPrivateCrtKey) GOOD.getPrivate();
        RSAPrivateCrtKey other = (RSAPrivateCrtKey) rsa(2048).getPrivate();
        return encoded(new RSAPrivateCrtKeySpec(
                one.getModulus(),
                one.getPublicExponent(),
                one.getPrivateExponent(),
                other.getPrimeP(),
                other.getPrimeQ(),
                other.getPrimeExponentP(),
                other.getPrimeExponentQ(),
                other.getCrtCoefficient()));
    }

    /** A private key whose primes are neighbours, so that its modulus has no secret. */
    static byte[] closePrimes() {
        BigInteger one = BigInteger.ONE;
        BigInteger exponent = BigInteger.valueOf(65_537);
        BigInteger q =
                BigInteger.probablePrime(1024, new SecureRandom()).setBit(1022).nextProbablePrime();
        BigInteger p = q.nextProbablePrime();
        BigInteger d = exponent.modInverse(p.subtract(one).multiply(q.subtract(one)));
        return encoded(new RSAPrivateCrtKeySpec(
                p.multiply(q), exponent, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p)));
    }

    private static byte[] encoded(RSAPrivateCrtKeySpec spec) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
