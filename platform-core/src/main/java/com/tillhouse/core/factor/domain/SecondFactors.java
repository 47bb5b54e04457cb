package com.tillhouse.core.factor.domain;

import java.util.List;

/**
 * What a person can prove itself with, beside the password.
 *
 * @param totp an authenticator app
 * @param passkeys oldest first
 * @param recoveryCodes how many are left
 */
public record SecondFactors(boolean totp, List<Passkey> passkeys, int recoveryCodes) {

    /** True when there is anything to ask for. Recovery codes alone are nothing: they stand in for a factor. */
    public boolean any() {
        return totp || !passkeys.isEmpty();
    }
}
