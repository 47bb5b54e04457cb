package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.factor.domain.KeptTotp;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.tenant.PersonId;

/** Tells which second factors a person has. */
public final class FindSecondFactors {
    private final TotpVault apps;
    private final PasskeyRepository passkeys;
    private final RecoveryCodeStore recoveryCodes;

    public FindSecondFactors(TotpVault apps, PasskeyRepository passkeys, RecoveryCodeStore recoveryCodes) {
        this.passkeys = passkeys;
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
    }

    /** Those that count now. */
    public SecondFactors of(PersonId person) {
        return new SecondFactors(
                apps.find(person).filter(KeptTotp::confirmed).isPresent(),
                passkeys.of(person),
                recoveryCodes.left(person));
    }
}
