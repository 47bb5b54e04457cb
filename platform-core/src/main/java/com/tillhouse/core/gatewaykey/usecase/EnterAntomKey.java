package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.gatewaykey.domain.KeyFault;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.gatewaykey.domain.KeyRefusedException;
import com.tillhouse.core.gatewaykey.domain.KeyStateException;
import com.tillhouse.core.gatewaykey.domain.PublicHalf;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps Antom's public key for the version that waits; when none waits, Antom alone has changed its key, and a new version begins with the
 * active version's own pair. Nothing is trusted because of it until a live call proved it.
 */
public final class EnterAntomKey {
    private final UnitOfWork unitOfWork;
    private final GatewayKeyPorts ports;
    private final RecordAudit audit;
    private final InstantSource clock;

    public EnterAntomKey(UnitOfWork unitOfWork, GatewayKeyPorts ports, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.ports = ports;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the version that now waits for its proof.
     *
     * @throws KeyRefusedException when the key can't be taken, with the reason
     * @throws KeyStateException when there is neither a version that waits nor an active one
     */
    public int enter(EnterAntomKeyCommand command) {
        PublicHalf antom = PublicHalf.ofPasted(command.antomPublicKey());
        TenantId tenant = command.tenant();
        return unitOfWork.inTenant(tenant, () -> {
            ports.keys().lockAccount(tenant, command.mode());
            GatewayAccount account =
                    ports.accounts().inMode(tenant, command.mode()).orElseThrow(KeyStateException::noAccount);
            refuseOwn(account, antom);
            Optional<GatewayKey> waiting = account.inStatus(Status.PENDING);
            int version = waiting.isPresent()
                    ? fill(command, account, waiting.get(), antom)
                    : announce(command, account, antom);
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.GATEWAY_ANTOM_KEY_ENTERED, account.id())
                            .with("mode", command.mode())
                            .with("version", version)
                            .with("fingerprint", antom.fingerprint().hex()));
            return version;
        });
    }

    private void refuseOwn(GatewayAccount account, PublicHalf antom) {
        boolean own = ports.keys().history(account.tenant(), account.id(), Integer.MAX_VALUE).stream()
                .map(KeyRecord::merchantPublicKey)
                .anyMatch(antom.base64()::equals);
        if (own) {
            throw new KeyRefusedException(KeyFault.OWN_KEY);
        }
    }

    private int fill(EnterAntomKeyCommand command, GatewayAccount account, GatewayKey waiting, PublicHalf antom) {
        int keyVersion = Objects.requireNonNullElse(command.keyVersion(), waiting.keyVersion());
        ports.keys().enterAntomKey(command.tenant(), account.id(), waiting.version(), antom.base64(), keyVersion);
        return waiting.version();
    }

    private int announce(EnterAntomKeyCommand command, GatewayAccount account, PublicHalf antom) {
        TenantId tenant = command.tenant();
        GatewayKey active = account.inStatus(Status.ACTIVE).orElseThrow(KeyStateException::nothingActive);
        int version = ports.keys().nextVersion(tenant, account.id());
        byte[] privateKey = ports.vault()
                .open(
                        tenant,
                        SealedKey.place(account.id(), active.version()),
                        Objects.requireNonNull(active.sealedPrivateKey()).bytes());
        try {
            SealedKey sealed =
                    new SealedKey(ports.vault().seal(tenant, SealedKey.place(account.id(), version), privateKey));
            int keyVersion = Objects.requireNonNullElse(command.keyVersion(), active.keyVersion());
            GatewayKey key = new GatewayKey(
                    version, keyVersion, Status.PENDING, sealed, active.merchantPublicKey(), antom.base64(), null);
            ports.keys().add(tenant, account.id(), key, clock.instant());
        } finally {
            Arrays.fill(privateKey, (byte) 0);
        }
        return version;
    }
}
