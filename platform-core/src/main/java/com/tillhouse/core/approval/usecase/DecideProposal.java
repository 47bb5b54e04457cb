package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.approval.port.ProposalStore;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import org.jspecify.annotations.Nullable;

/** Another member's word about a proposal. Approved, it is carried out in the same transaction, exactly as proposed, and once. */
public final class DecideProposal {
    private final UnitOfWork unitOfWork;
    private final ProposalStore proposals;
    private final MemberRepository members;
    private final ApprovableActs acts;
    private final RecordAudit audit;

    public DecideProposal(
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

    /**
     * Approves and carries out; when the object has changed since it was proposed, marks the proposal as stale instead. Answers which of the two.
     *
     * @throws NotPermittedException to whoever proposed it, or may not decide such an act
     * @throws ProposalOverException when it was decided before or its time is over
     */
    public ProposalStatus approve(TenantId tenant, String id, PersonId approver) {
        Proposal seen = unitOfWork.inTenant(tenant, () -> approvable(tenant, id, approver));
        ApprovableAct act = acts.of(seen.draft().act());
        // what is out of date already is not worth asking anybody about
        boolean worth = unitOfWork.inTenant(tenant, () -> fresh(act, seen));
        Runnable work = worth ? act.prepared(seen) : () -> {};
        return unitOfWork.inTenant(tenant, () -> {
            Proposal proposal = approvable(tenant, id, approver);
            if (!worth || !fresh(act, proposal)) {
                return settle(proposal, ProposalStatus.STALE, AuditAction.PROPOSAL_STALE, approver, null);
            }
            ProposalStatus done =
                    settle(proposal, ProposalStatus.EXECUTED, AuditAction.PROPOSAL_APPROVED, approver, null);
            RequireApproval.approved(proposal, work);
            return done;
        });
    }

    /**
     * Says no; nothing is done.
     *
     * @param why if the person says so; at most 500 characters
     */
    public void refuse(TenantId tenant, String id, PersonId by, @Nullable String why) {
        unitOfWork.runInTenant(tenant, () -> {
            Proposal proposal = waiting(tenant, id);
            requireOther(proposal, by);
            settle(proposal, ProposalStatus.REFUSED, AuditAction.PROPOSAL_REFUSED, by, why);
        });
    }

    /** Takes an own proposal back. */
    public void withdraw(TenantId tenant, String id, PersonId by) {
        unitOfWork.runInTenant(tenant, () -> {
            Proposal proposal = waiting(tenant, id);
            if (!proposal.proposedBy().equals(by)) {
                throw new NotPermittedException("Only whoever proposed it takes it back.");
            }
            settle(proposal, ProposalStatus.WITHDRAWN, AuditAction.PROPOSAL_WITHDRAWN, by, null);
        });
    }

    private static boolean fresh(ApprovableAct act, Proposal proposal) {
        return proposal.basis().equals(act.basis(proposal.tenant(), proposal.draft()));
    }

    private Proposal approvable(TenantId tenant, String id, PersonId approver) {
        Proposal proposal = waiting(tenant, id);
        requireOther(proposal, approver);
        requireProposerStillMay(proposal);
        return proposal;
    }

    private Proposal waiting(TenantId tenant, String id) {
        Proposal proposal = proposals.lock(tenant, id).orElseThrow(NotFoundException::new);
        if (proposal.status() != ProposalStatus.WAITING) {
            throw new ProposalOverException("Somebody has decided this already. Look at the list again.");
        }
        if (!proposals.inTime(tenant, id)) {
            throw new ProposalOverException("Its time is over. It can be proposed anew.");
        }
        return proposal;
    }

    private void requireOther(Proposal proposal, PersonId person) {
        if (proposal.proposedBy().equals(person)) {
            throw new NotPermittedException("Nobody decides about a proposal of their own. Another member has to.");
        }
        boolean soleOwner = proposals.owners(proposal.tenant()) <= 1;
        boolean may = members.find(proposal.tenant(), person)
                .filter(member -> proposal.draft().act().decidedBy(member.role(), soleOwner))
                .isPresent();
        if (!may) {
            throw new NotPermittedException("Your role can’t decide about this.");
        }
    }

    /** Who lost the role meanwhile has no part in it any more. */
    private void requireProposerStillMay(Proposal proposal) {
        boolean may = members.find(proposal.tenant(), proposal.proposedBy())
                .filter(member -> proposal.draft().act().proposedBy(member.role()))
                .isPresent();
        if (!may) {
            throw new NotPermittedException("Whoever proposed this may not do it any more. Refuse it.");
        }
    }

    private ProposalStatus settle(
            Proposal proposal, ProposalStatus status, AuditAction action, PersonId by, @Nullable String note) {
        String said = note == null || note.isBlank() ? null : note.strip();
        proposals.decide(proposal.tenant(), proposal.id(), status, by, said);
        audit.record(
                proposal.tenant(),
                ProposalNotes.of(action, proposal).by(by.toString()).with("note", said));
        return status;
    }
}
