package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's own private key. Prints nothing of it.
 *
 * @param privateKey as it was pasted: PKCS#8, PEM or base64, at most 8 KiB
 * @param publicKey its public half as it stands in Antom's dashboard, if the merchant pasted it to be compared
 */
public record UploadGatewayKeyCommand(
        TenantId tenant,
        Mode mode,
        String privateKey,
        @Nullable String publicKey) {
    @Override
    public String toString() {
        return "UploadGatewayKeyCommand[" + tenant + ", " + mode + ", ***]";
    }
}
