package com.tillhouse.core.audit.port;

import com.tillhouse.core.shared.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the tenants whose chains are verified. Opens its own transaction. */
public interface AuditedTenantSource {

    /** Ids in ascending order, those after this one, or from the first. */
    List<TenantId> after(@Nullable TenantId last, int limit);
}
