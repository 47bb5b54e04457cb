package com.tillhouse.core.audit.domain;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One privileged act, kept for ever.
 *
 * @param number from 1 on in each tenant, without a gap
 * @param at in microseconds
 * @param action a word of {@link AuditAction}, or of a version of it that we do not know
 * @param objectId what it was done to
 * @param details a flat JSON object of what changed; never a secret
 * @param previous the hash of the entry before, or of the tenant's genesis
 * @param hash over all the fields above
 */
public record AuditEntry(
        TenantId tenant,
        long number,
        Instant at,
        AuditActor actor,
        String action,
        String objectId,
        String details,
        AuditHash previous,
        AuditHash hash) {

    /** The entry that follows this end of the tenant's chain. */
    public static AuditEntry following(
            AuditAnchor head, TenantId tenant, Instant at, AuditActor actor, AuditNote note) {
        AuditEntry open = new AuditEntry(
                tenant,
                head.number() + 1,
                at.truncatedTo(ChronoUnit.MICROS),
                actor,
                note.action().word(),
                note.objectId(),
                JsonText.object(note.details()),
                head.hash(),
                head.hash());
        return new AuditEntry(
                tenant,
                open.number,
                open.at,
                actor,
                open.action,
                open.objectId,
                open.details,
                open.previous,
                open.expectedHash());
    }

    /** The hash that its fields make. Another one than its own means that somebody changed it. */
    public AuditHash expectedHash() {
        return AuditEncoding.hash(this);
    }

    /** Its place in the chain. */
    public AuditAnchor anchor() {
        return new AuditAnchor(number, hash);
    }
}
