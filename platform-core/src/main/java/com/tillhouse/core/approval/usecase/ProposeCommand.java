package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.PersonId;

/** A member proposes an act. Checks itself when made. */
public record ProposeCommand(TenantId tenant, Draft draft, String reason, PersonId by) {
    public ProposeCommand {
        Violations found = new Violations();
        found.text("/reason", reason, Proposal.LONGEST_REASON);
        found.throwIfAny();
        reason = reason.strip();
    }
}
