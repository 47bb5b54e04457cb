package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.approval.port.ProposalStore;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import java.util.List;

/** Keeps what a member wants done until another one has looked at it, for three days at most. */
public final class ProposeAct {
    private final UnitOfWork unitOfWork;
    private final ProposalStore proposals;
    private final MemberRepository members;
    private final ApprovableActs acts;
    private final RecordAudit audit;

    public ProposeAct(
            UnitOfWork unitOfWork,
            ProposalStore proposals,
            MemberRepository members,
            ApprovableActs acts,
            RecordAudit audit) {
        this.unitOfWork = unitOfWork;
        this.proposals = proposals;
        this.members = members;
        this.acts = acts;
        this.audit = audit;
    }

    /** What members proposed, newest first. */
    public List<Proposal> newest(TenantId tenant, int limit) {
        return unitOfWork.inTenant(tenant, () -> proposals.newest(tenant, limit));
    }

    /**
     * Keeps the proposal and answers it; nothing is done yet.
     *
     * @throws NotPermittedException when the person could not do it alone either
     * @throws ProposalOverException when the very same one waits already
     */
    public Proposal propose(ProposeCommand command) {
        TenantId tenant = command.tenant();
        Draft draft = command.draft();
        return unitOfWork.inTenant(tenant, () -> {
            boolean may = members.find(tenant, command.by())
                    .filter(member -> draft.act().proposedBy(member.role()))
                    .isPresent();
            if (!may) {
                throw new NotPermittedException("Your role can’t propose this.");
            }
            String id = RandomId.withPrefix("prp_");
            String basis = acts.of(draft.act()).basis(tenant, draft);
            if (!proposals.add(tenant, id, draft, basis, command.reason(), command.by())) {
                throw new ProposalOverException("The very same was proposed already and waits for approval.");
            }
            Proposal kept = proposals.find(tenant, id).orElseThrow(NotFoundException::new);
            audit.record(
                    tenant,
                    ProposalNotes.of(AuditAction.PROPOSAL_MADE, kept)
                            .by(command.by().toString()));
            return kept;
        });
    }
}
