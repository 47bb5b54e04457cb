package com.tillhouse.core.gatewaykey.domain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A public key that somebody pasted, checked.
 *
 * @param base64 X.509 DER in base64, on one line
 */
public record PublicHalf(String base64) {

    /**
     * Reads X.509, PEM or base64.
     *
     * @throws KeyRefusedException with what is wrong with it
     */
    public static PublicHalf ofPasted(String text) {
        byte[] der = PastedKey.read(text).der();
        return switch (KeyForm.of(der)) {
            case PUBLIC_RSA -> checked(der);
            case PUBLIC_OTHER -> throw new KeyRefusedException(KeyFault.NOT_RSA);
            case PKCS1_PUBLIC -> throw new KeyRefusedException(KeyFault.PKCS1_PUBLIC);
            case PKCS8_RSA, PKCS8_OTHER, PKCS8_ENCRYPTED, PKCS1_PRIVATE, SEC1 ->
                throw new KeyRefusedException(KeyFault.PRIVATE_HALF);
            case CERTIFICATE -> throw new KeyRefusedException(KeyFault.CERTIFICATE);
            case UNKNOWN -> throw new KeyRefusedException(KeyFault.NOT_A_KEY);
        };
    }

    private static PublicHalf checked(byte[] der) {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            byte[] canonical = key.getEncoded();
            RsaRules.check(key.getModulus(), key.getPublicExponent(), Fingerprint.of(canonical));
            return new PublicHalf(Base64.getEncoder().encodeToString(canonical));
        } catch (InvalidKeySpecException e) {
            throw new KeyRefusedException(KeyFault.TOO_SHORT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(base64);
    }
}
