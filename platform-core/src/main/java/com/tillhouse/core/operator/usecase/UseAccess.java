package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.OwnAccess;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.port.AccessStore;
import com.tillhouse.core.operator.port.OperatorRepository;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.Visit;
import java.util.List;

/** What an operator sees without an access, the way in with one, and the way out. */
public final class UseAccess {
    private final UnitOfWork platform;
    private final OperatorRepository operators;
    private final AccessStore accesses;
    private final RecordAudit audit;

    /** @param platform a unit of work that operators enter without an access */
    public UseAccess(UnitOfWork platform, OperatorRepository operators, AccessStore accesses, RecordAudit audit) {
        this.platform = platform;
        this.operators = operators;
        this.accesses = accesses;
        this.audit = audit;
    }

    /** True while the person runs the platform. */
    public boolean operator(PersonId person) {
        return operators.active(person);
    }

    /** All tenants by name; none for who is no operator. */
    public List<TenantEntry> tenants(PersonId operator) {
        return operators.tenants(operator);
    }

    /** The operator's own accesses that wait or are open. */
    public List<OwnAccess> accesses(PersonId operator) {
        return operators.accesses(operator);
    }

    /**
     * The tenant as the operator may see it now: with the least role, and the access that it is there by.
     *
     * @throws NotFoundException without an open access, as for a tenant that never was
     */
    public Membership enter(PersonId operator, String slug) {
        TenantEntry entry = operators.tenants(operator).stream()
                .filter(tenant -> tenant.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        AccessGrant grant = platform.inTenant(entry.id(), () -> accesses.open(entry.id(), operator))
                .orElseThrow(NotFoundException::new);
        if (grant.endsAt() == null) {
            throw new NotFoundException();
        }
        Visit visit = new Visit(grant.id(), grant.scope() == AccessScope.ACT, grant.endsAt(), grant.reason());
        return new Membership(entry.id(), entry.slug(), entry.name(), Role.VIEWER, visit);
    }

    /** Tells the tenant that the operator opens this page of it. A page that can't be told of is not shown. */
    public void looked(TenantId tenant, PersonId operator, String page) {
        platform.runInTenant(tenant, () -> {
            AccessGrant grant = accesses.open(tenant, operator).orElseThrow(NotFoundException::new);
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.OPERATOR_LOOKED, grant.id())
                            .by(operator.toString())
                            .with("operator", grant.operatorName())
                            .with("reason", grant.reason())
                            .with("page", page));
        });
    }

    /**
     * Leaves before the time is over, or takes a request back.
     *
     * @throws NotFoundException when it is not the operator's own
     * @throws AccessOverException when it has ended before
     */
    public void leave(TenantId tenant, String id, PersonId operator) {
        platform.runInTenant(tenant, () -> {
            AccessGrant grant = accesses.find(tenant, id)
                    .filter(found -> found.operator().equals(operator))
                    .orElseThrow(NotFoundException::new);
            if (!accesses.end(tenant, id, operator)) {
                throw new AccessOverException();
            }
            audit.record(
                    tenant,
                    AccessNotes.of(AuditAction.OPERATOR_ACCESS_ENDED, grant).by(operator.toString()));
        });
    }
}
