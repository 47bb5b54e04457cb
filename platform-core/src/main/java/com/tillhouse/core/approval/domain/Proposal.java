package com.tillhouse.core.approval.domain;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one member proposed, and what another decided.
 *
 * @param basis what the object was like when it was proposed; with another one it is not carried out
 * @param proposedBy who did
 * @param proposerName its e-mail address
 * @param decidedBy e-mail address of whoever decided
 * @param note why it was refused, if somebody said so
 */
public record Proposal(
        TenantId tenant,
        String id,
        Draft draft,
        String basis,
        String reason,
        PersonId proposedBy,
        String proposerName,
        Instant proposedAt,
        Instant expiresAt,
        ProposalStatus status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {
    /** Characters of a reason or a note. */
    public static final int LONGEST_REASON = 500;

    /** True while somebody can decide. */
    public boolean waitsAt(Instant now) {
        return status == ProposalStatus.WAITING && now.isBefore(expiresAt);
    }
}
