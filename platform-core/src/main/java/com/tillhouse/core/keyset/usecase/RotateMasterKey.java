package com.tillhouse.core.keyset.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.keyset.domain.KeysetNotOpenedException;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.keyset.port.KeysetVault;
import com.tillhouse.core.keyset.port.SealedSecretStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts every keyset under the newest master key, tenant after tenant, while everything goes on. Looks at what is there, so it can be stopped, repeated and
 * run twice at once; what is done already is left alone.
 */
public final class RotateMasterKey {
    private static final int TENANTS_AT_ONCE = 1000;

    private final TenantRepository tenants;
    private final UnitOfWork unitOfWork;
    private final KeysetVault keysets;
    private final SealedSecretStore secrets;
    private final RecordAudit audit;

    public RotateMasterKey(
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

    /** Rewraps what the newest master key does not wrap yet. */
    public Report rewrapAll() {
        return rewrap(false);
    }

    /** Rewraps everything, for a master key that was changed behind its name. */
    public Report rewrapAllAgain() {
        return rewrap(true);
    }

    private Report rewrap(boolean always) {
        int rewrapped = 0;
        int already = 0;
        List<Failure> failures = new ArrayList<>();
        boolean platform = keysets.rewrapPlatform(always);
        secrets.resealPlatform();
        List<TenantId> next = tenants.after(null, TENANTS_AT_ONCE);
        while (!next.isEmpty()) {
            for (TenantId tenant : next) {
                try {
                    if (rewrap(tenant, always)) {
                        rewrapped++;
                    } else {
                        already++;
                    }
                } catch (KeysetNotOpenedException e) {
                    failures.add(new Failure(tenant, e.detail()));
                }
            }
            next = tenants.after(next.getLast(), TENANTS_AT_ONCE);
        }
        return new Report(keysets.newestMasterKey(), platform, rewrapped, already, failures);
    }

    private boolean rewrap(TenantId tenant, boolean always) {
        Optional<WrappedKeyset> found = unitOfWork.inTenant(tenant, () -> keysets.find(tenant));
        if (found.isEmpty()
                || !always && keysets.newestMasterKey().equals(found.get().masterKey())) {
            return false;
        }
        WrappedKeyset current = found.get();
        WrappedKeyset next = keysets.rewrapped(tenant, current);
        return unitOfWork.inTenant(tenant, () -> {
            boolean done = keysets.replace(tenant, current, next);
            if (done) {
                audit.record(
                        tenant,
                        AuditNote.of(AuditAction.KEYSET_REWRAPPED, tenant.toString())
                                .with("kept_in_before", kind(current.masterKey()))
                                .with("kept_in_after", kind(next.masterKey())));
            }
            return done;
        });
    }

    /** What a tenant may know of a master key; its address is the operator's. */
    private static String kind(@Nullable String masterKey) {
        return masterKey == null ? "file" : masterKey.split(":", 2)[0];
    }

    /**
     * What was done.
     *
     * @param masterKey the one that wraps now
     * @param platform whether the platform's own keyset was rewrapped
     * @param rewrapped tenants whose keyset was rewrapped
     * @param already tenants that needed nothing, or that somebody else did meanwhile
     * @param failures tenants whose keyset is as it was
     */
    public record Report(String masterKey, boolean platform, int rewrapped, int already, List<Failure> failures) {
        public Report {
            failures = List.copyOf(failures);
        }
    }

    /** A tenant whose keyset could not be opened or wrapped, and why. */
    public record Failure(TenantId tenant, String why) {}
}
