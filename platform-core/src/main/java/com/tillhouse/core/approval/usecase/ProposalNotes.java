package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import java.util.HexFormat;

/** What the tenant's trail says of a proposal. */
final class ProposalNotes {
    private ProposalNotes() {}

    static AuditNote of(AuditAction action, Proposal proposal) {
        return AuditNote.of(action, proposal.id())
                .with("act", proposal.draft().act())
                .with("object", proposal.draft().objectId())
                .with("parameters", proposal.draft().text())
                .with("hash", HexFormat.of().formatHex(proposal.draft().hash(proposal.basis())))
                .with("proposed_by", proposal.proposerName())
                .with("reason", proposal.reason());
    }
}
