package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gatewaykey.domain.KeyStateException;
import com.tillhouse.core.gatewaykey.port.GatewayKeyStore.Ended;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;

/** Ends key versions for good, with their private halves: one that waits and is not wanted, one that overlapped long enough. */
public final class RetireGatewayKeys {
    private static final int TENANTS_AT_ONCE = 100;

    private final UnitOfWork unitOfWork;
    private final GatewayKeyPorts ports;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RetireGatewayKeys(UnitOfWork unitOfWork, GatewayKeyPorts ports, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.ports = ports;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Discards a version that waits, or ends one that overlaps before its time.
     *
     * @throws KeyStateException for the active version, one that has ended, and one that never was
     */
    public void retire(TenantId tenant, Mode mode, int version) {
        unitOfWork.runInTenant(tenant, () -> {
            ports.keys().lockAccount(tenant, mode);
            GatewayAccount account = ports.accounts().inMode(tenant, mode).orElseThrow(KeyStateException::noAccount);
            EnumSet<Status> from = EnumSet.of(Status.PENDING, Status.RETIRING);
            if (!ports.keys().retire(tenant, account.id(), version, from, clock.instant())) {
                throw KeyStateException.notRetirable();
            }
            note(tenant, account.id(), version);
        });
    }

    /** Ends every version of every tenant that has overlapped long enough; answers how many. */
    public int retireDue() {
        int ended = 0;
        Instant now = clock.instant();
        for (TenantId tenant : ports.keys().tenantsWithDue(now, TENANTS_AT_ONCE)) {
            ended += unitOfWork.inTenant(tenant, () -> {
                List<Ended> due = ports.keys().retireDue(tenant, now);
                due.forEach(one -> note(tenant, one.accountId(), one.version()));
                return due.size();
            });
        }
        return ended;
    }

    private void note(TenantId tenant, String accountId, int version) {
        audit.record(
                tenant,
                AuditNote.of(AuditAction.GATEWAY_KEYS_RETIRED, accountId).with("version", version));
    }
}
