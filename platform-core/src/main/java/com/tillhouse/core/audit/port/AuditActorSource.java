package com.tillhouse.core.audit.port;

import com.tillhouse.core.audit.domain.AuditActor;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows who acts. */
public interface AuditActorSource {

    /**
     * Whoever acts on this thread, by the names it has now; the platform when nobody does. A given person counts more than the thread. Inside the tenant's
     * unit of work.
     */
    AuditActor current(TenantId tenant, @Nullable String personId);

    /** How sure we are that whoever acts on this thread is that person; as sure as can be when it is no person's act. */
    Assurance assurance();

    /**
     * What every entry says besides: an operator's access that it is done under and the reason of that, and the proposal that it carries out. Inside the
     * tenant's unit of work.
     */
    Map<String, String> circumstances(TenantId tenant);
}
