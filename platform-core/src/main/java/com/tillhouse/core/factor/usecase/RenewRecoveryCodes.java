package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.factor.domain.RecoveryCode;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;

/** Gives a person recovery codes. */
public final class RenewRecoveryCodes {
    private final RecoveryCodeStore codes;
    private final RecordFactorAct acts;

    public RenewRecoveryCodes(RecoveryCodeStore codes, RecordFactorAct acts) {
        this.codes = codes;
        this.acts = acts;
    }

    /**
     * Answers new codes, shown this once; those before are void.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException without a fresh proof
     */
    public List<String> renew(PersonId person) {
        List<RecoveryCode> fresh = RecoveryCode.fresh();
        acts.record(AuditAction.RECOVERY_CODES_MADE, person, "recovery codes");
        codes.replace(person, fresh);
        return fresh.stream().map(RecoveryCode::text).toList();
    }
}
