package com.tillhouse.core.gatewaykey.domain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;

/** A merchant's key pair while it is in hand: the public half to show, the private half only to be sealed. Prints nothing. */
public final class MerchantPair {
    private static final int BITS = 2048;

    private final String publicKey;
    private final PrivateKey privateKey;

    private MerchantPair(byte[] publicDer, PrivateKey privateKey) {
        this.publicKey = Base64.getEncoder().encodeToString(publicDer);
        this.privateKey = privateKey;
    }

    /** A fresh pair: RSA, 2048 bits, as Antom asks for. */
    public static MerchantPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new MerchantPair(pair.getPublic().getEncoded(), pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /**
     * The pair of a private key that somebody pasted: PKCS#8, PEM or base64.
     *
     * @throws KeyRefusedException with what is wrong with it
     */
    public static MerchantPair ofPasted(String text) {
        byte[] der = PastedKey.read(text).der();
        try {
            switch (KeyForm.of(der)) {
                case PKCS8_RSA -> {
                    return checked(der);
                }
                case PKCS8_OTHER, SEC1 -> throw new KeyRefusedException(KeyFault.NOT_RSA);
                case PKCS8_ENCRYPTED -> throw new KeyRefusedException(KeyFault.ENCRYPTED);
                case PKCS1_PRIVATE -> throw new KeyRefusedException(KeyFault.PKCS1);
                case PKCS1_PUBLIC, PUBLIC_RSA, PUBLIC_OTHER -> throw new KeyRefusedException(KeyFault.PUBLIC_HALF);
                case CERTIFICATE -> throw new KeyRefusedException(KeyFault.CERTIFICATE);
                default -> throw new KeyRefusedException(KeyFault.NOT_A_KEY);
            }
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static MerchantPair checked(byte[] der) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey key)) {
                throw new KeyRefusedException(KeyFault.INCONSISTENT);
            }
            BigInteger modulus = key.getModulus();
            byte[] publicDer = rsa.generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent()))
                    .getEncoded();
            RsaRules.check(modulus, key.getPublicExponent(), Fingerprint.of(publicDer));
            RsaRules.checkParts(key);
            return new MerchantPair(publicDer, key);
        } catch (InvalidKeySpecException e) {
            // its message may quote the key
            throw new KeyRefusedException(unreadable(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The JDK reads no RSA key below 512 bits or with damaged numbers; which of them it is shows in the size. */
    private static KeyFault unreadable(byte[] der) {
        return der.length < BITS / 2 ? KeyFault.TOO_SHORT : KeyFault.INCONSISTENT;
    }

    /** X.509 DER in base64. */
    public String publicKey() {
        return publicKey;
    }

    /** Hands the private half (PKCS#8 DER in base64, as bytes) to whoever seals it, and wipes it afterwards. */
    public <T> T seal(Function<byte[], T> sealing) {
        byte[] secret =
                Base64.getEncoder().encodeToString(privateKey.getEncoded()).getBytes(StandardCharsets.US_ASCII);
        try {
            return sealing.apply(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
