package com.tillhouse.core.approval.port;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.shared.TenantId;

/** An act that can be proposed, offered by the feature that it belongs to. Inside the tenant's unit of work, but for what is said to be before it. */
public interface ApprovableAct {

    /** Which one it is. */
    ProposedAct act();

    /**
     * Says in a few words what the object is like now. A proposal is carried out only while this is what it was when it was made. Refuses a draft that could
     * not be carried out as things are.
     */
    String basis(TenantId tenant, Draft draft);

    /**
     * Before the unit of work: whatever has to be asked of somebody else, such as a proof by Antom. Answers what then does the act inside it, exactly as drafted,
     * under locks; that fails when the object changed since its basis was looked at.
     */
    Runnable prepared(Proposal proposal);
}
