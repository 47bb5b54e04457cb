package com.tillhouse.core.notification.domain;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.shared.RandomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A genuine notification as it is kept: the whole envelope, and what we read in it. */
public record InboxEntry(
        String id,
        String gatewayAccountId,
        DedupeKey key,
        String type,
        @Nullable String objectId,
        Envelope envelope,
        Instant receivedAt) {

    /** A new entry for what came to this account. */
    public static InboxEntry of(
            GatewayAccount account, DedupeKey key, @Nullable Notice notice, Envelope envelope, Instant now) {
        return new InboxEntry(
                RandomId.withPrefix("ntf_"),
                account.id(),
                key,
                notice == null ? Notice.UNKNOWN : notice.type(),
                notice == null ? null : notice.objectId(),
                envelope,
                now);
    }
}
