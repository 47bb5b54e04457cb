package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.util.List;

/**
 * One tenant's identity at Antom in one mode.
 *
 * @param clientId the client id that Antom gave to the merchant
 * @param host base address of Antom for this merchant, such as {@code https://open-sea-global.alipay.com}
 * @param keys key versions that sign or still verify, newest first
 * @param notifyPath public path that Antom posts this account's notifications to; part of what Antom signs
 */
public record GatewayAccount(
        TenantId tenant, String id, Mode mode, String clientId, String host, List<GatewayKey> keys, String notifyPath) {

    /** The one version that signs. */
    public GatewayKey signingKey() {
        return keys.stream()
                .filter(key -> key.status() == GatewayKey.Status.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new GatewayNotReadyException(mode));
    }

    /** Antom's public keys that may have signed what comes in now: of the active version and of those being retired. */
    public List<String> verifyingKeys() {
        return keys.stream()
                .filter(key -> key.status() == GatewayKey.Status.ACTIVE || key.status() == GatewayKey.Status.RETIRING)
                .map(GatewayKey::antomPublicKey)
                .distinct()
                .toList();
    }
}
