package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Antom's public key, as a merchant copied it from Antom's dashboard. Checks itself when made.
 *
 * @param antomPublicKey X.509, PEM or base64
 * @param keyVersion the number that Antom shows for the merchant's key, if it shows one
 */
public record EnterAntomKeyCommand(
        TenantId tenant,
        Mode mode,
        String antomPublicKey,
        @Nullable Integer keyVersion) {
    private static final int HIGHEST = 9999;

    public EnterAntomKeyCommand {
        Violations found = new Violations();
        found.require(
                keyVersion == null || keyVersion >= 1 && keyVersion <= HIGHEST,
                "/key_version",
                "out_of_range",
                "must be from 1 to " + HIGHEST + ".");
        found.throwIfAny();
    }
}
