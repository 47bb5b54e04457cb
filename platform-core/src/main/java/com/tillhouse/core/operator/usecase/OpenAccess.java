package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessStatus;
import com.tillhouse.core.operator.port.AccessStore;
import com.tillhouse.core.operator.port.OperatorRepository;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;

/** Lets an operator into one tenant for a while, or asks its owners to, when that is how they want it. The tenant's trail says so either way. */
public final class OpenAccess {
    private final UnitOfWork platform;
    private final OperatorRepository operators;
    private final AccessStore accesses;
    private final TellOwners owners;
    private final RecordAudit audit;

    /** @param platform a unit of work that operators enter without an access */
    public OpenAccess(
            UnitOfWork platform,
            OperatorRepository operators,
            AccessStore accesses,
            TellOwners owners,
            RecordAudit audit) {
        this.owners = owners;
        this.platform = platform;
        this.operators = operators;
        this.accesses = accesses;
        this.audit = audit;
    }

    /**
     * Answers the access as the database made it: open, or waiting for an owner. Each call makes another one.
     *
     * @throws NotFoundException when the person is no operator
     */
    public AccessGrant open(OpenAccessCommand command) {
        if (!operators.active(command.request().operator())) {
            throw new NotFoundException();
        }
        TenantId tenant = command.tenant();
        return platform.inTenant(tenant, () -> {
            String id = RandomId.withPrefix("acg_");
            accesses.add(tenant, id, command.request());
            AccessGrant grant = accesses.find(tenant, id).orElseThrow(NotFoundException::new);
            AuditAction action = action(grant);
            if (action != AuditAction.OPERATOR_ACCESS_STARTED) {
                owners.of(grant);
            }
            audit.record(
                    tenant, AccessNotes.of(action, grant).by(grant.operator().toString()));
            return grant;
        });
    }

    private static AuditAction action(AccessGrant grant) {
        if (grant.breakGlass()) {
            return AuditAction.OPERATOR_ACCESS_FORCED;
        }
        return grant.statusAt(grant.requestedAt()) == AccessStatus.OPEN
                ? AuditAction.OPERATOR_ACCESS_STARTED
                : AuditAction.OPERATOR_ACCESS_REQUESTED;
    }
}
