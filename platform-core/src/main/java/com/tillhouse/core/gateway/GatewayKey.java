package com.tillhouse.core.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an account's keys.
 *
 * @param version ours; counts every version that was ever made for the account
 * @param keyVersion the number that Antom knows the merchant's public key by, sent with each signature
 * @param sealedPrivateKey the merchant's private key as {@link com.tillhouse.core.shared.SecretVault} sealed it (PKCS#8 DER in base64, encrypted);
 *     null once the version is RETIRED
 * @param merchantPublicKey X.509 DER in base64, to paste into Antom's dashboard
 * @param antomPublicKey X.509 DER in base64, verifies what Antom sends; null while it waits to be pasted
 * @param retireAt when a RETIRING version ends; null for any other
 */
public record GatewayKey(
        int version,
        int keyVersion,
        Status status,
        @Nullable SealedKey sealedPrivateKey,
        String merchantPublicKey,
        @Nullable String antomPublicKey,
        @Nullable Instant retireAt) {

    /** A version that Antom knows by the same number. */
    public GatewayKey(
            int version, Status status, SealedKey sealedPrivateKey, String merchantPublicKey, String antomPublicKey) {
        this(version, version, status, sealedPrivateKey, merchantPublicKey, antomPublicKey, null);
    }

    /** PENDING is not proved yet, ACTIVE signs and verifies, RETIRING only verifies, RETIRED does nothing. */
    public enum Status {
        PENDING,
        ACTIVE,
        RETIRING,
        RETIRED
    }

    /** True for a version whose Antom key may have signed what comes in now. */
    public boolean verifies() {
        return status == Status.ACTIVE || status == Status.RETIRING;
    }
}
