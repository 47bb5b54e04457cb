package com.tillhouse.core.keyset.port;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;

/** Everything sealed that is kept, wherever it stands. */
public interface SealedSecretStore {

    /** Opens every secret of the tenant and seals it anew in its place; also seals what was kept in clear before. Answers how many. Inside the tenant's unit of work. */
    int resealAll(TenantId tenant);

    /** As {@link #resealAll}, for secrets of the platform itself. Opens its own transaction. */
    @AcrossTenants("the platform's own secrets belong to no tenant")
    int resealPlatform();
}
