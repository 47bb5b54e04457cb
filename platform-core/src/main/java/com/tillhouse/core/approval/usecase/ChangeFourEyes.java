package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.approval.port.ProposalStore;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.util.Map;

/** One owner turns four eyes on; turning them off is itself an act that needs two. */
public final class ChangeFourEyes implements ApprovableAct {
    private static final String ON = "on";
    private static final String OFF = "off";

    private final UnitOfWork unitOfWork;
    private final ProposalStore proposals;
    private final MemberRepository members;
    private final RecordAudit audit;

    public ChangeFourEyes(UnitOfWork unitOfWork, ProposalStore proposals, MemberRepository members, RecordAudit audit) {
        this.unitOfWork = unitOfWork;
        this.proposals = proposals;
        this.members = members;
        this.audit = audit;
    }

    /** What is to be proposed to turn them off. */
    public static Draft off(TenantId tenant) {
        return Draft.of(ProposedAct.FOUR_EYES_OFF, tenant.toString(), Map.of("four_eyes", OFF));
    }

    /**
     * Turns them on; again is the same.
     *
     * @throws NotPermittedException when the person is no owner
     */
    public void turnOn(TenantId tenant, PersonId owner) {
        unitOfWork.runInTenant(tenant, () -> {
            if (members.find(tenant, owner)
                    .filter(member -> member.role() == Role.OWNER)
                    .isEmpty()) {
                throw new NotPermittedException("Only owners ask for four eyes.");
            }
            if (!proposals.fourEyes(tenant, true)) {
                audit.record(tenant, changed(tenant, OFF, ON).by(owner.toString()));
            }
        });
    }

    @Override
    public ProposedAct act() {
        return ProposedAct.FOUR_EYES_OFF;
    }

    @Override
    public String basis(TenantId tenant, Draft draft) {
        return proposals.fourEyes(tenant) ? ON : OFF;
    }

    @Override
    public Runnable prepared(Proposal proposal) {
        return () -> {
            proposals.fourEyes(proposal.tenant(), false);
            audit.record(proposal.tenant(), changed(proposal.tenant(), ON, OFF));
        };
    }

    private static AuditNote changed(TenantId tenant, String before, String after) {
        return AuditNote.of(AuditAction.APPROVAL_POLICY_CHANGED, tenant.toString())
                .changed("four_eyes", before, after);
    }
}
