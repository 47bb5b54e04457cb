package com.tillhouse.core.approval.port;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposals and whether a tenant wants them, inside its unit of work. The database sets the times and refuses whoever decides on its own. */
public interface ProposalStore {

    /** True when the tenant wants two members. */
    boolean fourEyes(TenantId tenant);

    /** Sets whether it does; answers whether it did before. */
    boolean fourEyes(TenantId tenant, boolean wanted);

    /** How many owners the tenant has. */
    int owners(TenantId tenant);

    /** Keeps a new proposal. Answers false when the very same one waits already. */
    boolean add(TenantId tenant, String id, Draft draft, String basis, String reason, PersonId by);

    Optional<Proposal> find(TenantId tenant, String id);

    /** The same, and nobody else decides until the unit of work is over. */
    Optional<Proposal> lock(TenantId tenant, String id);

    /** True while its time is not over by the database's clock. */
    boolean inTime(TenantId tenant, String id);

    /** Writes the decision down; one that executes lets the rest of this unit of work do that act. Fails for whoever may not. */
    void decide(TenantId tenant, String id, ProposalStatus status, PersonId by, @Nullable String note);

    /** Newest first. */
    List<Proposal> newest(TenantId tenant, int limit);
}
