package com.tillhouse.core.review;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What every decision has in common: only who may decides, and each decision is written down. */
public final class RecordReviewDecision {
    private final ReviewStore reviews;
    private final MemberRepository members;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RecordReviewDecision(ReviewStore reviews, MemberRepository members, RecordAudit audit, InstantSource clock) {
        this.reviews = reviews;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes sure that this person may decide now. Inside the tenant's unit of work.
     *
     * @throws NotPermittedException when it is no member, or in a role that may not
     */
    public void requireMayDecide(TenantId tenant, PersonId person) {
        boolean may = members.find(tenant, person)
                .map(Membership::role)
                .filter(Role::decidesOnMoney)
                .isPresent();
        if (!may) {
            throw new NotPermittedException("Only owners and finance members decide this.");
        }
    }

    /** Writes the decision down. Inside the unit of work that carries it out. */
    public void keep(DecideReviewCommand<?> command) {
        String id = RandomId.withPrefix("rvd_");
        reviews.add(
                command.tenant(),
                new ReviewDecision(
                        command.tenant(),
                        id,
                        command.objectId(),
                        command.reason(),
                        command.since(),
                        command.choice(),
                        name(command.settleAs()),
                        command.note().strip(),
                        command.person(),
                        clock.instant()));
        audit.record(
                command.tenant(),
                AuditNote.of(AuditAction.REVIEW_DECIDED, command.objectId())
                        .by(command.person().toString())
                        .with("decision", id)
                        .with("reason", command.reason())
                        .with("choice", command.choice())
                        .with("settled_as", command.settleAs())
                        .with("note", command.note().strip()));
    }

    private static @Nullable String name(@Nullable Enum<?> status) {
        return status == null ? null : status.name();
    }
}
