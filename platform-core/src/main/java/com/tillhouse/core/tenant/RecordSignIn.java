package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;

/**
 * Tells each tenant of a person that it signed in. One that failed is not told: looking up whose tenants to tell would take longer for an address
 * that is known, and so say which are.
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
        for (TenantId tenant : people.tenantsOf(person)) {
            unitOfWork.runInTenant(
                    tenant,
                    () -> audit.record(
                            tenant,
                            AuditNote.of(AuditAction.SIGN_IN_SUCCEEDED, person.toString())
                                    .by(person.toString())));
        }
    }
}
