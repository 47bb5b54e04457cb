package com.tillhouse.core.audit.domain;

import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a chain.
 *
 * @param verified the last entry up to which it holds
 * @param broken the first place where it does not; null when all of it holds
 */
public record AuditVerdict(AuditAnchor verified, @Nullable AuditBreak broken) {

    /** True when nothing is missing, changed or added. */
    public boolean holds() {
        return broken == null;
    }
}
