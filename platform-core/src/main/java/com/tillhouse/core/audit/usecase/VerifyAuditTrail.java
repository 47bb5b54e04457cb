package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditAnchor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditVerdict;
import com.tillhouse.core.audit.domain.ChainCheck;
import com.tillhouse.core.audit.port.AuditStore;
import com.tillhouse.core.audit.port.AuditedTenantSource;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks a tenant's chain from its first entry to its last. Changes nothing, and is safe beside the running platform. */
public final class VerifyAuditTrail {
    private static final int TENANTS_AT_ONCE = 1000;
    private static final int ENTRIES_AT_ONCE = 500;

    private final AuditedTenantSource tenants;
    private final UnitOfWork unitOfWork;
    private final AuditStore entries;

    public VerifyAuditTrail(AuditedTenantSource tenants, UnitOfWork unitOfWork, AuditStore entries) {
        this.tenants = tenants;
        this.unitOfWork = unitOfWork;
        this.entries = entries;
    }

    /** Verifies every tenant, one after the other, and hands each verdict on. Answers how many chains do not hold. */
    public int verifyAll(
            Function<TenantId, @Nullable AuditAnchor> anchors, BiConsumer<TenantId, AuditVerdict> verdicts) {
        int broken = 0;
        List<TenantId> next = tenants.after(null, TENANTS_AT_ONCE);
        while (!next.isEmpty()) {
            for (TenantId tenant : next) {
                AuditVerdict verdict = verify(tenant, anchors.apply(tenant));
                verdicts.accept(tenant, verdict);
                broken += verdict.holds() ? 0 : 1;
            }
            next = tenants.after(next.getLast(), TENANTS_AT_ONCE);
        }
        return broken;
    }

    /**
     * The first break, or where the chain ends.
     *
     * @param anchor where it ended when somebody verified it before, if that was kept
     */
    public AuditVerdict verify(TenantId tenant, @Nullable AuditAnchor anchor) {
        ChainCheck check = new ChainCheck(tenant, anchor);
        while (!check.done()) {
            unitOfWork.runInTenant(tenant, () -> step(tenant, check));
        }
        return check.verdict();
    }

    /** The head is held while a page is read, so that nothing comes between the two. */
    private void step(TenantId tenant, ChainCheck check) {
        AuditAnchor head = entries.holdHead(tenant).orElseGet(() -> AuditAnchor.genesis(tenant));
        List<AuditEntry> page = entries.after(tenant, check.reached().number(), ENTRIES_AT_ONCE);
        page.forEach(check::next);
        if (page.size() < ENTRIES_AT_ONCE) {
            check.end(head);
        }
    }
}
