package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.factor.domain.KeptTotp;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.tenant.PersonId;

/** Tells which second factors a person has. */
public final class FindSecondFactors {
    private final TotpVault apps;
    private final RecoveryCodeStore recoveryCodes;

    public FindSecondFactors(TotpVault apps, RecoveryCodeStore recoveryCodes) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
    }

    /** Those that count now. */
    public SecondFactors of(PersonId person) {
        return new SecondFactors(apps.find(person).filter(KeptTotp::confirmed).isPresent(), recoveryCodes.left(person));
    }
}
