package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.port.AccessStore;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.util.List;

/** What a tenant's owner says to the accesses of operators: yes, no, or enough. And what its members see of them. */
public final class AnswerAccess {
    private final UnitOfWork unitOfWork;
    private final AccessStore accesses;
    private final MemberRepository members;
    private final RecordAudit audit;

    public AnswerAccess(UnitOfWork unitOfWork, AccessStore accesses, MemberRepository members, RecordAudit audit) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.members = members;
        this.audit = audit;
    }

    /** Who has, had or wants access, newest first. */
    public List<AccessGrant> newest(TenantId tenant, int limit) {
        return unitOfWork.inTenant(tenant, () -> accesses.newest(tenant, limit));
    }

    /**
     * Lets a waiting access start now.
     *
     * @throws NotPermittedException when the person is no owner
     * @throws AccessOverException when it started, ended or lapsed before
     */
    public AccessGrant consent(TenantId tenant, String id, PersonId owner) {
        return unitOfWork.inTenant(tenant, () -> {
            requireOwner(tenant, owner);
            AccessGrant asked = found(tenant, id);
            if (!accesses.consent(tenant, asked.id(), owner)) {
                throw new AccessOverException();
            }
            AccessGrant started = found(tenant, id);
            audit.record(
                    tenant,
                    AccessNotes.of(AuditAction.OPERATOR_ACCESS_CONSENTED, started)
                            .by(owner.toString()));
            return started;
        });
    }

    /**
     * Ends an access at once, or refuses one that waits.
     *
     * @throws NotPermittedException when the person is no owner
     * @throws AccessOverException when it has ended or lapsed before
     */
    public void end(TenantId tenant, String id, PersonId owner) {
        unitOfWork.runInTenant(tenant, () -> {
            requireOwner(tenant, owner);
            AccessGrant grant = found(tenant, id);
            if (!accesses.end(tenant, id, owner)) {
                throw new AccessOverException();
            }
            AuditAction action =
                    grant.startsAt() == null ? AuditAction.OPERATOR_ACCESS_REFUSED : AuditAction.OPERATOR_ACCESS_ENDED;
            audit.record(tenant, AccessNotes.of(action, grant).by(owner.toString()));
        });
    }

    private AccessGrant found(TenantId tenant, String id) {
        return accesses.find(tenant, id).orElseThrow(NotFoundException::new);
    }

    private void requireOwner(TenantId tenant, PersonId person) {
        if (members.find(tenant, person)
                .filter(member -> member.role() == Role.OWNER)
                .isEmpty()) {
            throw new NotPermittedException("Only owners say who of Tillhouse may look in.");
        }
    }
}
