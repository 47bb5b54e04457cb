package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's identity at Antom in one mode.
 *
 * @param clientId the client id that Antom gave to the merchant
 * @param host base address of Antom for this merchant, such as {@code https://open-sea-global.alipay.com}
 * @param keys key versions that are not RETIRED, newest first
 * @param notifyPath public path that Antom posts this account's notifications to; part of what Antom signs
 * @param sealedAgentToken Antom's token for those who call on a merchant's behalf, sealed; null when there is none
 */
public record GatewayAccount(
        TenantId tenant,
        String id,
        Mode mode,
        String clientId,
        String host,
        List<GatewayKey> keys,
        String notifyPath,
        @Nullable SealedKey sealedAgentToken) {

    /** An account without an agent token. */
    public GatewayAccount(
            TenantId tenant,
            String id,
            Mode mode,
            String clientId,
            String host,
            List<GatewayKey> keys,
            String notifyPath) {
        this(tenant, id, mode, clientId, host, keys, notifyPath, null);
    }

    /** The one version that signs. */
    public GatewayKey signingKey() {
        return inStatus(GatewayKey.Status.ACTIVE).orElseThrow(() -> new GatewayNotReadyException(mode));
    }

    /** The one version in a status that only one can have. */
    public Optional<GatewayKey> inStatus(GatewayKey.Status status) {
        return keys.stream().filter(key -> key.status() == status).findFirst();
    }

    /** Antom's public keys that may have signed what comes in now: of the active version and of those being retired. */
    public List<String> verifyingKeys() {
        return antomKeys(keys.stream().filter(GatewayKey::verifies));
    }

    /**
     * Antom's public keys that may have signed the answer to a call of ours: the active version's first, then those being retired, then one that the
     * merchant announced for the same pair of ours. An answer came from Antom's host over TLS, so an announced key that fits it is proved by it.
     */
    public List<String> answerKeys() {
        GatewayKey signing = signingKey();
        return antomKeys(Stream.concat(
                Stream.of(signing),
                keys.stream()
                        .filter(key -> key.verifies() || key.merchantPublicKey().equals(signing.merchantPublicKey()))));
    }

    private static List<String> antomKeys(Stream<GatewayKey> of) {
        return of.map(GatewayKey::antomPublicKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
