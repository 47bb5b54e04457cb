package com.tillhouse.core.adapter.antom.notice;

import com.tillhouse.core.adapter.antom.wire.SignedContent;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.notification.domain.Envelope;
import com.tillhouse.core.notification.port.NotificationSignatures;

/**
 * Checks with the JDK alone, over the path that is stored for the account and not the one a proxy may have rewritten. The SDK's own tool throws
 * on what is malformed and minds neither the algorithm nor the place of the signature in its header.
 */
public final class AntomNotificationSignatures implements NotificationSignatures {

    @Override
    public boolean genuine(GatewayAccount account, Envelope envelope) {
        SignedContent content =
                new SignedContent(account.notifyPath(), envelope.clientId(), envelope.requestTime(), envelope.body());
        return account.verifyingKeys().stream().anyMatch(key -> content.signedBy(key, envelope.signature()));
    }
}
