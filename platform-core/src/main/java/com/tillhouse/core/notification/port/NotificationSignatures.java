package com.tillhouse.core.notification.port;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.notification.domain.Envelope;

/** Tells what Antom signed for an account from everything else. */
public interface NotificationSignatures {

    /** True when one of the account's Antom keys signed these bytes for the account's own path. Never throws for what the envelope holds. */
    boolean genuine(GatewayAccount account, Envelope envelope);
}
