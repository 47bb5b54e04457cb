package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.operator.domain.AccessGrant;

/** What the tenant's trail says of an access. */
final class AccessNotes {
    private AccessNotes() {}

    static AuditNote of(AuditAction action, AccessGrant grant) {
        return AuditNote.of(action, grant.id())
                .with("operator", grant.operatorName())
                .with("scope", grant.scope())
                .with("reason", grant.reason())
                .with("minutes", grant.length().toMinutes())
                .with("until", grant.endsAt());
    }
}
