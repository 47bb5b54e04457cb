package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.Violations;
import java.time.InstantSource;

/** Takes a new merchant onto the platform. */
public final class RegisterTenant {
    private final UnitOfWork unitOfWork;
    private final TenantRepository tenants;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RegisterTenant(UnitOfWork unitOfWork, TenantRepository tenants, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers the tenant under the given id, which must be random; answers it. */
    public Tenant register(TenantId id, String slug, String name) {
        Violations found = new Violations();
        found.require(
                slug.matches("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]"),
                "/slug",
                "malformed",
                "must be 3 to 40 lower case letters, digits and hyphens, and not begin or end with a hyphen.");
        found.text("/name", name, 120);
        found.throwIfAny();
        Tenant tenant = new Tenant(id, slug, name, clock.instant());
        unitOfWork.runInTenant(id, () -> {
            tenants.add(id, tenant);
            audit.record(
                    id,
                    AuditNote.of(AuditAction.TENANT_REGISTERED, id.toString())
                            .with("slug", slug)
                            .with("name", name));
        });
        return tenant;
    }
}
