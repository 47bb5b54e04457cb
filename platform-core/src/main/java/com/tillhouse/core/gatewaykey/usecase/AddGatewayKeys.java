package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.gatewaykey.domain.Fingerprint;
import com.tillhouse.core.gatewaykey.domain.KeyFault;
import com.tillhouse.core.gatewaykey.domain.KeyRefusedException;
import com.tillhouse.core.gatewaykey.domain.KeyStateException;
import com.tillhouse.core.gatewaykey.domain.MerchantPair;
import com.tillhouse.core.gatewaykey.domain.PublicHalf;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Begins a new key version with a pair that Tillhouse makes or the merchant brings. It waits, PENDING, for Antom's key and its proof; payments go on with the active one. */
public final class AddGatewayKeys {
    private final UnitOfWork unitOfWork;
    private final GatewayKeyPorts ports;
    private final RecordAudit audit;
    private final InstantSource clock;

    public AddGatewayKeys(UnitOfWork unitOfWork, GatewayKeyPorts ports, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.ports = ports;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a pair and answers its version; the public half is shown by {@link FindGatewayKeys}, the private half never.
     *
     * @throws KeyStateException when there is no account yet, or a version waits already
     */
    public int make(TenantId tenant, Mode mode) {
        return keep(tenant, mode, MerchantPair.fresh(), AuditAction.GATEWAY_KEYS_MADE);
    }

    /**
     * Keeps a pair that the merchant made and answers its version.
     *
     * @throws KeyRefusedException when the key can't be taken, with the reason
     * @throws KeyStateException when there is no account yet, or a version waits already
     */
    public int upload(UploadGatewayKeyCommand command) {
        MerchantPair pair = MerchantPair.ofPasted(command.privateKey());
        String beside = command.publicKey();
        if (beside != null && !PublicHalf.ofPasted(beside).base64().equals(pair.publicKey())) {
            throw new KeyRefusedException(KeyFault.OTHER_PAIR);
        }
        return keep(command.tenant(), command.mode(), pair, AuditAction.GATEWAY_KEYS_UPLOADED);
    }

    private int keep(TenantId tenant, Mode mode, MerchantPair pair, AuditAction action) {
        return unitOfWork.inTenant(tenant, () -> {
            ports.keys().lockAccount(tenant, mode);
            GatewayAccount account = ports.accounts().inMode(tenant, mode).orElseThrow(KeyStateException::noAccount);
            if (account.inStatus(Status.PENDING).isPresent()) {
                throw KeyStateException.pending();
            }
            int version = ports.keys().nextVersion(tenant, account.id());
            String place = SealedKey.place(account.id(), version);
            SealedKey sealed = pair.seal(secret -> new SealedKey(ports.vault().seal(tenant, place, secret)));
            int keyVersion = account.inStatus(Status.ACTIVE)
                    .map(active -> active.keyVersion() + 1)
                    .orElse(1);
            GatewayKey key = new GatewayKey(version, keyVersion, Status.PENDING, sealed, pair.publicKey(), null, null);
            ports.keys().add(tenant, account.id(), key, clock.instant());
            audit.record(
                    tenant,
                    AuditNote.of(action, account.id())
                            .with("mode", mode)
                            .with("version", version)
                            .with(
                                    "fingerprint",
                                    Fingerprint.of(pair.publicKey()).hex()));
            return version;
        });
    }
}
