package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditAnchor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.port.AuditActorSource;
import com.tillhouse.core.audit.port.AuditStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Map;

/** Writes down one privileged act. The entry lives and dies with the transaction of the act itself. */
public final class RecordAudit {
    private final UnitOfWork unitOfWork;
    private final AuditStore entries;
    private final AuditActorSource actors;
    private final RequireProof proofs;
    private final InstantSource clock;

    public RecordAudit(
            UnitOfWork unitOfWork,
            AuditStore entries,
            AuditActorSource actors,
            RequireProof proofs,
            InstantSource clock) {
        this.proofs = proofs;
        this.unitOfWork = unitOfWork;
        this.entries = entries;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Appends an entry to the tenant's chain, as the last thing that the unit of work of the act does: other privileged acts of the tenant wait from here
     * until it ends. An act that needs a fresh proof of the person ends here without one.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException as {@link RequireProof} has it
     */
    public void record(TenantId tenant, AuditNote note) {
        proofs.before(note);
        unitOfWork.runInTenant(tenant, () -> {
            AuditNote said = note;
            for (Map.Entry<String, String> more : actors.circumstances(tenant).entrySet()) {
                said = said.with(more.getKey(), more.getValue());
            }
            AuditAnchor head = entries.lockHead(tenant);
            entries.append(
                    tenant,
                    AuditEntry.following(head, tenant, clock.instant(), actors.current(tenant, note.personId()), said));
        });
    }
}
