package com.tillhouse.core.keyset.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.keyset.port.KeysetVault;
import com.tillhouse.core.keyset.port.SealedSecretStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Gives tenants a fresh key to seal with and seals all their secrets anew, while everything goes on: whoever still remembers the keyset as it was opens with the
 * key before it, and looks again when it meets what it can't open.
 */
public final class RotateKeysets {
    private static final int TENANTS_AT_ONCE = 1000;

    private final TenantRepository tenants;
    private final UnitOfWork unitOfWork;
    private final KeysetVault keysets;
    private final SealedSecretStore secrets;
    private final RecordAudit audit;

    public RotateKeysets(
            TenantRepository tenants,
            UnitOfWork unitOfWork,
            KeysetVault keysets,
            SealedSecretStore secrets,
            RecordAudit audit) {
        this.tenants = tenants;
        this.unitOfWork = unitOfWork;
        this.keysets = keysets;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** Every tenant, one after the other. */
    public Report rotateAll() {
        int rotated = 0;
        int resealed = 0;
        List<TenantId> next = tenants.after(null, TENANTS_AT_ONCE);
        while (!next.isEmpty()) {
            for (TenantId tenant : next) {
                OptionalInt sealed = rotate(tenant);
                rotated += sealed.isPresent() ? 1 : 0;
                resealed += sealed.orElse(0);
            }
            next = tenants.after(next.getLast(), TENANTS_AT_ONCE);
        }
        return new Report(rotated, resealed);
    }

    /** Answers how many secrets were sealed anew; empty when the tenant has sealed nothing yet, or somebody else rotates it right now. */
    public OptionalInt rotate(TenantId tenant) {
        Optional<WrappedKeyset> found = unitOfWork.inTenant(tenant, () -> {
            // what the oldest key still seals must not be lost with it
            secrets.resealAll(tenant);
            return keysets.find(tenant);
        });
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        WrappedKeyset next = keysets.rotated(tenant, found.get());
        return unitOfWork.inTenant(tenant, () -> {
            if (!keysets.replace(tenant, found.get(), next)) {
                return OptionalInt.empty();
            }
            int sealed = secrets.resealAll(tenant);
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.KEYSET_ROTATED, tenant.toString())
                            .with("generation", next.generation())
                            .with("secrets", sealed));
            return OptionalInt.of(sealed);
        });
    }

    /**
     * What was done.
     *
     * @param tenants whose keyset has a fresh key
     * @param secrets that were sealed anew
     */
    public record Report(int tenants, int secrets) {}
}
