package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.audit.usecase.RequireProof;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;

/** Tells each tenant of a person what became of its second factors. */
public final class RecordFactorAct {
    private final UnitOfWork unitOfWork;
    private final PersonRepository people;
    private final RecordAudit audit;
    private final RequireProof proofs;

    public RecordFactorAct(UnitOfWork unitOfWork, PersonRepository people, RecordAudit audit, RequireProof proofs) {
        this.proofs = proofs;
        this.unitOfWork = unitOfWork;
        this.people = people;
        this.audit = audit;
    }

    /** An act of its own: refuses it when it needs a fresh proof and there is none, then writes it down in every tenant that the person may enter. */
    void record(AuditAction action, PersonId person, String factor) {
        write(AuditNote.of(action, person.toString()).with("factor", factor), person);
    }

    void recoveryCodeUsed(PersonId person, int left) {
        write(AuditNote.of(AuditAction.RECOVERY_CODE_USED, person.toString()).with("left", left), person);
    }

    private void write(AuditNote note, PersonId person) {
        AuditNote own = note.by(person.toString());
        // somebody without a tenant is held to the same rule
        proofs.before(own);
        people.tenantsOf(person).forEach(tenant -> unitOfWork.runInTenant(tenant, () -> audit.record(tenant, own)));
    }
}
