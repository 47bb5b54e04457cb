package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;

/**
 * Tells each tenant of a person what became of its sign-ins. One that failed is told later and by somebody else: looking up whose tenants to tell
 * would take longer for an address that is known, and so say which are.
 */
public final class RecordSignIn {
    private final UnitOfWork unitOfWork;
    private final PersonRepository people;
    private final RecordAudit audit;

    public RecordSignIn(UnitOfWork unitOfWork, PersonRepository people, RecordAudit audit) {
        this.unitOfWork = unitOfWork;
        this.people = people;
        this.audit = audit;
    }

    /** Writes it down in every tenant that the person may enter. */
    public void succeeded(PersonId person) {
        note(person, AuditNote.of(AuditAction.SIGN_IN_SUCCEEDED, person.toString()));
    }

    /** Writes what the person did with its own sign-in down in every tenant that it may enter. */
    public void note(PersonId person, AuditNote note) {
        tell(person, note.by(person.toString()));
    }

    /** Writes down in every tenant that the person may enter what somebody did who may be another. */
    public void tell(PersonId person, AuditNote note) {
        for (TenantId tenant : people.tenantsOf(person)) {
            unitOfWork.runInTenant(tenant, () -> audit.record(tenant, note));
        }
    }
}
