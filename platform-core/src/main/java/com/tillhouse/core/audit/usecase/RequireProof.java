package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.domain.SecondFactorRequiredException;
import com.tillhouse.core.audit.domain.StepUpPolicy;
import com.tillhouse.core.audit.port.AuditActorSource;
import com.tillhouse.core.shared.Assurance;

/** Stops a person of whom we are not sure enough. What is not a person's act passes. */
public final class RequireProof {
    private final AuditActorSource actors;

    public RequireProof(AuditActorSource actors) {
        this.actors = actors;
    }

    /**
     * Lets the act pass if {@link StepUpPolicy} does.
     *
     * @throws SecondFactorRequiredException when the proof that it needs is missing or too old
     */
    public void before(AuditNote note) {
        atLeast(StepUpPolicy.least(note));
    }

    /**
     * Lets pass when we are this sure.
     *
     * @throws SecondFactorRequiredException when we are less sure
     */
    public void atLeast(Assurance least) {
        if (actors.assurance().compareTo(least) < 0) {
            throw new SecondFactorRequiredException();
        }
    }
}
