package com.tillhouse.core.adapter.antom;

import com.tillhouse.core.adapter.antom.wire.AntomClient;
import com.tillhouse.core.adapter.antom.wire.AntomTransport;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client for each key version of an account, made when first needed and kept while in use. The private key is opened here and nowhere else,
 * in a short unit of work that is over before anything is sent.
 */
public final class AntomClients {
    private static final int MOST = 10_000;
    private static final float LOAD = 0.75f;

    private final UnitOfWork unitOfWork;
    private final SecretVault vault;
    private final AntomTransport transport;
    private final InstantSource clock;
    private final Map<Key, AntomClient> clients = new LeastUsedFirst();

    public AntomClients(UnitOfWork unitOfWork, SecretVault vault, AntomTransport transport, InstantSource clock) {
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
            SealedKey privateKey,
            String antomPublicKey) {}

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
                signing.antomPublicKey());
        AntomClient known = known(key);
        return known != null ? known : keep(key, make(key));
    }

    /** What is called, and how it went, goes on the trail of the object. */
    CallTrail trail() {
        return new CallTrail(unitOfWork, clock);
    }

    private AntomClient make(Key key) {
        String place = SealedKey.place(key.accountId(), key.version());
        byte[] opened = unitOfWork.inTenant(
                key.tenant(),
                () -> vault.open(key.tenant(), place, key.privateKey().bytes()));
        try {
            String privateKey = new String(opened, StandardCharsets.US_ASCII);
            return new AntomClient(key.host(), key.clientId(), privateKey, key.antomPublicKey(), transport);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    private synchronized @Nullable AntomClient known(Key key) {
        return clients.get(key);
    }

    private synchronized AntomClient keep(Key key, AntomClient made) {
        AntomClient first = clients.putIfAbsent(key, made);
        return first != null ? first : made;
    }

    private static final class LeastUsedFirst extends LinkedHashMap<Key, AntomClient> {
        private static final long serialVersionUID = 1L;

        private LeastUsedFirst() {
            super(16, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, AntomClient> eldest) {
            return size() > MOST;
        }
    }
}
