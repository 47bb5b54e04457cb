package com.tillhouse.sandbox.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys in Antom's form (base64 of DER, no PEM header) and the SHA256withRSA signatures made with them. */
public final class RsaKeys {

    private static final int BITS = 2048;

    private RsaKeys() {}

    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    public static String encode(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * Reads an X.509 public key; PEM header lines and line breaks are ignored.
     *
     * @throws IllegalArgumentException if it is not an RSA key of 2048 bits or more
     */
    public static PublicKey readPublic(String text) {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(der(text));
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(spec);
            if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < BITS) {
                throw new IllegalArgumentException(
                        "the key has " + rsa.getModulus().bitLength() + " bits, 2048 are the least");
            }
            return key;
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("not the base64 of an X.509 (SubjectPublicKeyInfo) RSA public key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    /** Reads a PKCS#8 private key. */
    public static PrivateKey readPrivate(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not the base64 of a PKCS#8 RSA private key", e);
        }
    }

    /** The base64 of the signature, not yet URL-encoded. */
    public static String sign(SignedContent content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.text().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    /** Whether the base64 signature was made over this content; anything unreadable is {@code false}. */
    public static boolean verify(SignedContent content, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(content.text().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (SignatureException | IllegalArgumentException notASignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Verifying failed", e);
        }
    }

    private static byte[] der(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64);
    }
}
