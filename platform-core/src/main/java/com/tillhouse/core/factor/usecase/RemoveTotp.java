package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.tenant.PersonId;

/** Takes an authenticator app away. */
public final class RemoveTotp {
    private final TotpVault apps;
    private final RecordFactorAct acts;

    public RemoveTotp(TotpVault apps, RecordFactorAct acts) {
        this.apps = apps;
        this.acts = acts;
    }

    /**
     * Written down first, so that nothing goes unseen.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException without a fresh proof
     */
    public void remove(PersonId person) {
        acts.record(AuditAction.SECOND_FACTOR_REMOVED, person, "authenticator app");
        apps.remove(person);
    }
}
