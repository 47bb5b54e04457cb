package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;

/** Renames a passkey, or takes it away. */
public final class ChangePasskey {
    private final PasskeyRepository passkeys;
    private final RecoveryCodeStore recoveryCodes;
    private final FindSecondFactors factors;
    private final RecordFactorAct acts;

    public ChangePasskey(
            PasskeyRepository passkeys,
            RecoveryCodeStore recoveryCodes,
            FindSecondFactors factors,
            RecordFactorAct acts) {
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.factors = factors;
        this.acts = acts;
    }

    /** Gives it another name; another's passkey is as unknown as one that never was. */
    public void rename(PersonId person, String id, String name) {
        passkeys.rename(person, find(person, id).id(), Passkey.name(name));
    }

    /**
     * Takes it away. Written down first, so that nothing goes unseen. Recovery codes are void with the last factor.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException without a fresh proof
     */
    public void remove(PersonId person, String id) {
        Passkey passkey = find(person, id);
        acts.record(AuditAction.SECOND_FACTOR_REMOVED, person, "passkey " + passkey.name());
        passkeys.remove(person, id);
        if (!factors.of(person).any()) {
            recoveryCodes.replace(person, List.of());
        }
    }

    private Passkey find(PersonId person, String id) {
        return passkeys.byId(id)
                .filter(passkey -> passkey.person().equals(person))
                .orElseThrow(NotFoundException::new);
    }
}
