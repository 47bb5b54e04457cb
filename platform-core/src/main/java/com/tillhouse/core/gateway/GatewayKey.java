package com.tillhouse.core.gateway;

/**
 * One version of an account's keys.
 *
 * @param sealedPrivateKey the merchant's private key as {@link com.tillhouse.core.shared.SecretVault} sealed it (PKCS#8 DER in base64, encrypted)
 * @param merchantPublicKey X.509 DER in base64, to paste into Antom's dashboard
 * @param antomPublicKey X.509 DER in base64, verifies what Antom sends
 */
public record GatewayKey(
        int version, Status status, SealedKey sealedPrivateKey, String merchantPublicKey, String antomPublicKey) {

    /** PENDING is not proved yet, ACTIVE signs and verifies, RETIRING only verifies, RETIRED does nothing. */
    public enum Status {
        PENDING,
        ACTIVE,
        RETIRING,
        RETIRED
    }
}
