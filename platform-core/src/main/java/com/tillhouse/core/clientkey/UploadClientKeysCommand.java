package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;

/**
 * Asks to keep these public keys of a client, and no others. Checks itself when made.
 *
 * @param keySet a JSON Web Key Set (RFC 7517 §5)
 */
public record UploadClientKeysCommand(TenantId tenant, String clientId, String keySet) {
    private static final int MOST_CHARACTERS = 32 * 1024;

    public UploadClientKeysCommand {
        Violations found = new Violations();
        found.require(!keySet.isBlank(), "/jwks", "required", "must be given and not blank.");
        found.require(
                keySet.length() <= MOST_CHARACTERS,
                "/jwks",
                "too_long",
                "must have at most " + MOST_CHARACTERS + " characters.");
        found.throwIfAny();
    }
}
