package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;

/** Takes an authenticator app away. */
public final class RemoveTotp {
    private final TotpVault apps;
    private final RecoveryCodeStore recoveryCodes;
    private final FindSecondFactors factors;
    private final RecordFactorAct acts;

    public RemoveTotp(
            TotpVault apps, RecoveryCodeStore recoveryCodes, FindSecondFactors factors, RecordFactorAct acts) {
        this.recoveryCodes = recoveryCodes;
        this.factors = factors;
        this.apps = apps;
        this.acts = acts;
    }

    /**
     * Written down first, so that nothing goes unseen. Recovery codes are void with the last factor.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException without a fresh proof
     */
    public void remove(PersonId person) {
        acts.record(AuditAction.SECOND_FACTOR_REMOVED, person, "authenticator app");
        apps.remove(person);
        if (!factors.of(person).any()) {
            recoveryCodes.replace(person, List.of());
        }
    }
}
