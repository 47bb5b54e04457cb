package com.tillhouse.webhooks.recovery;

import com.tillhouse.core.shared.TenantId;
import java.util.function.BiConsumer;

/** One kind of thing that recovery looks after: how due ones are found, and what is done with each. */
record RecoveryChore(Claim due, BiConsumer<TenantId, String> step) {

    /** Finds due ones: so many, and of one tenant no more than so many under way at once. Answers how many were handed on. */
    interface Claim {
        int claimDue(int limit, int perTenant, BiConsumer<TenantId, String> one);
    }
}
