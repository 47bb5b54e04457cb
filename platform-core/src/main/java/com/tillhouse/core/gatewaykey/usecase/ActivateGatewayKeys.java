package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.gatewaykey.domain.Fingerprint;
import com.tillhouse.core.gatewaykey.domain.KeyProof;
import com.tillhouse.core.gatewaykey.domain.KeyProofFailedException;
import com.tillhouse.core.gatewaykey.domain.KeyStateException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Proves the version that waits by a live signed call, and lets it take over. The one before it verifies what Antom sends until the overlap is
 * over, so that answers and notifications under way are still believed.
 */
public final class ActivateGatewayKeys {
    private final UnitOfWork unitOfWork;
    private final GatewayKeyPorts ports;
    private final KeyProofGateway proof;
    private final Duration overlap;
    private final RecordAudit audit;
    private final InstantSource clock;

    /** @param overlap how long a replaced version still verifies; longer than Antom repeats a notification */
    public ActivateGatewayKeys(
            UnitOfWork unitOfWork,
            GatewayKeyPorts ports,
            KeyProofGateway proof,
            Duration overlap,
            RecordAudit audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.ports = ports;
        this.proof = proof;
        this.overlap = overlap;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tests and activates. Calls Antom, so never inside a unit of work.
     *
     * @param version the version that the merchant looked at
     * @throws KeyStateException when that version does not wait with both keys, or was changed or activated by somebody else meanwhile
     * @throws KeyProofFailedException when the call did not prove both directions; the version goes on waiting
     */
    public void activate(TenantId tenant, Mode mode, int version) {
        GatewayAccount account = unitOfWork.inTenant(
                tenant, () -> ports.accounts().inMode(tenant, mode).orElseThrow(KeyStateException::noAccount));
        GatewayKey waiting = account.inStatus(Status.PENDING)
                .filter(key -> key.version() == version)
                .orElseThrow(KeyStateException::nothingPending);
        if (waiting.antomPublicKey() == null) {
            throw KeyStateException.noAntomKey();
        }
        GatewayKey proved = proved(account, waiting);
        unitOfWork.runInTenant(tenant, () -> takeOver(account, proved));
    }

    /**
     * The key with the number that Antom knows it by. Antom's dashboard need not show one: the number that was entered or comes next is tried first, then the
     * active version's and the first. A refusal for the number alone says nothing of the rest.
     */
    private GatewayKey proved(GatewayAccount account, GatewayKey waiting) {
        KeyProof first = null;
        int active = account.inStatus(Status.ACTIVE).map(GatewayKey::keyVersion).orElse(1);
        for (int number :
                IntStream.of(waiting.keyVersion(), active, 1).distinct().toArray()) {
            GatewayKey trial = trial(waiting, number);
            KeyProof said = KeyProof.of(proof.prove(with(account, trial)));
            if (said == KeyProof.PROVED) {
                return trial;
            }
            first = first == null ? said : first;
            if (said != KeyProof.KEY_NOT_FOUND) {
                throw new KeyProofFailedException(said);
            }
        }
        throw new KeyProofFailedException(Objects.requireNonNull(first));
    }

    private static GatewayKey trial(GatewayKey waiting, int keyVersion) {
        return new GatewayKey(
                waiting.version(),
                keyVersion,
                Status.ACTIVE,
                waiting.sealedPrivateKey(),
                waiting.merchantPublicKey(),
                waiting.antomPublicKey(),
                null);
    }

    /** The account with nothing but this key, so that no other key of Antom can make up for it. */
    private static GatewayAccount with(GatewayAccount account, GatewayKey trial) {
        return new GatewayAccount(
                account.tenant(),
                account.id(),
                account.mode(),
                account.clientId(),
                account.host(),
                List.of(trial),
                account.notifyPath(),
                account.sealedAgentToken());
    }

    private void takeOver(GatewayAccount account, GatewayKey proved) {
        TenantId tenant = account.tenant();
        Instant now = clock.instant();
        ports.keys().lockAccount(tenant, account.mode());
        ports.keys().beginRetiring(tenant, account.id(), now.plus(overlap));
        if (!ports.keys().activate(tenant, account, proved, now)) {
            throw KeyStateException.changedMeanwhile();
        }
        audit.record(
                tenant,
                AuditNote.of(AuditAction.GATEWAY_KEYS_ACTIVATED, account.id())
                        .with("mode", account.mode())
                        .with("version", proved.version())
                        .with("key_version", proved.keyVersion())
                        .with(
                                "fingerprint",
                                Fingerprint.of(proved.merchantPublicKey()).hex()));
    }
}
