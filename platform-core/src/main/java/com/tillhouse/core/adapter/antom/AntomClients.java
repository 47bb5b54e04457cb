package com.tillhouse.core.adapter.antom;

import com.tillhouse.core.adapter.antom.line.AntomLine;
import com.tillhouse.core.adapter.antom.line.AntomLines;
import com.tillhouse.core.adapter.antom.line.LineSettings;
import com.tillhouse.core.adapter.antom.wire.AntomClient;
import com.tillhouse.core.adapter.antom.wire.AntomTransport;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.TenantMemory;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One client for each key version of an account, made when first needed and kept while in use. The private key is opened here and nowhere else,
 * in a short unit of work that is over before anything is sent.
 */
public final class AntomClients {
    private static final int MOST = 10_000;

    private final UnitOfWork unitOfWork;
    private final SecretVault vault;
    private final AntomTransport transport;
    private final InstantSource clock;
    private final AntomLines lines;
    private final TenantMemory<Key, AntomClient> clients = new TenantMemory<>(MOST);

    /** Guarded as usual. */
    public AntomClients(UnitOfWork unitOfWork, SecretVault vault, AntomTransport transport, InstantSource clock) {
        this(unitOfWork, vault, transport, clock, new AntomLines(LineSettings.USUAL, clock));
    }

    /** Guarded by these lines. */
    public AntomClients(
            UnitOfWork unitOfWork, SecretVault vault, AntomTransport transport, InstantSource clock, AntomLines lines) {
        this.lines = lines;
        this.unitOfWork = unitOfWork;
        this.vault = vault;
        this.transport = transport;
        this.clock = clock;
    }

    /** Everything a client is made of, the tenant first: a change in any of it makes another client. */
    private record Key(
            TenantId tenant,
            String accountId,
            int version,
            String host,
            String clientId,
            @Nullable SealedKey privateKey,
            @Nullable SealedKey agentToken,
            List<String> antomPublicKeys)
            implements TenantMemory.Key {}

    /** The client that signs with the account's active version. */
    AntomClient of(GatewayAccount account) {
        GatewayKey signing = account.signingKey();
        Key key = new Key(
                account.tenant(),
                account.id(),
                signing.version(),
                account.host(),
                account.clientId(),
                signing.sealedPrivateKey(),
                account.sealedAgentToken(),
                account.answerKeys());
        AntomClient known = clients.find(key);
        return known != null ? known : clients.keep(key, make(key));
    }

    /** The line that its calls go through. */
    AntomLine line(GatewayAccount account) {
        return lines.of(account);
    }

    /** What is called, and how it went, goes on the trail of the object. */
    CallTrail trail() {
        return new CallTrail(unitOfWork, clock);
    }

    private AntomClient make(Key key) {
        String place = SealedKey.place(key.accountId(), key.version());
        return unitOfWork.inTenant(
                key.tenant(),
                () -> new AntomClient(
                        key.host(),
                        key.clientId(),
                        opened(key.tenant(), place, Objects.requireNonNull(key.privateKey())),
                        key.antomPublicKeys(),
                        agentToken(key),
                        transport));
    }

    private @Nullable String agentToken(Key key) {
        SealedKey sealed = key.agentToken();
        return sealed == null ? null : opened(key.tenant(), SealedKey.placeOfAgentToken(key.accountId()), sealed);
    }

    private String opened(TenantId tenant, String place, SealedKey sealed) {
        byte[] opened = vault.open(tenant, place, sealed.bytes());
        try {
            return new String(opened, StandardCharsets.US_ASCII);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }
}
