package com.tillhouse.core.gatewaykey.domain;

import com.tillhouse.core.gateway.GatewayKey.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of a key version. The private half is not in it.
 *
 * @param merchantPublicKey X.509 DER in base64, to copy into Antom's dashboard
 * @param antomPublicKey X.509 DER in base64; null while it waits to be pasted
 * @param retireAt when a version that overlaps ends
 */
public record KeyRecord(
        int version,
        int keyVersion,
        Status status,
        String merchantPublicKey,
        @Nullable String antomPublicKey,
        Instant createdAt,
        @Nullable Instant activatedAt,
        @Nullable Instant retireAt,
        @Nullable Instant retiredAt) {

    public Fingerprint merchantFingerprint() {
        return Fingerprint.of(merchantPublicKey);
    }

    public @Nullable Fingerprint antomFingerprint() {
        return antomPublicKey == null ? null : Fingerprint.of(antomPublicKey);
    }
}
