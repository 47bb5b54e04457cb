package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.usecase.RequireProof;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.tenant.PersonId;

/** Makes sure that whoever adds a second factor is the person: by the password for the first one, by one that it has for another. */
public final class AllowFactor {
    private final FindSecondFactors factors;
    private final RequireProof proofs;

    public AllowFactor(FindSecondFactors factors, RequireProof proofs) {
        this.proofs = proofs;
        this.factors = factors;
    }

    /**
     * Lets pass when that was shown minutes ago.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException when it was not
     */
    public void require(PersonId person) {
        proofs.atLeast(factors.of(person).any() ? Assurance.SECOND_FACTOR : Assurance.PASSWORD);
    }
}
