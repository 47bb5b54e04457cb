package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.Violations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Gives a client a new secret; the one before stays good for a while, so that the merchant can change over without a gap. */
public final class RotateClientSecret {
    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RotateClientSecret(
            UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the new secret, shown this once. The newest secret before it ends after {@code grace}; any older one ends now, so that at most two are live.
     * No grace at all ends it now, for a secret that leaked.
     *
     * @param grace none, or up to thirty days
     * @throws NotFoundException when the tenant has no such client
     */
    public IssuedSecret rotate(TenantId tenant, String clientId, Duration grace) {
        Violations found = new Violations();
        found.require(
                !grace.isNegative() && grace.compareTo(LONGEST_GRACE) <= 0,
                "/grace_seconds",
                "out_of_range",
                "must be from 0 seconds to 30 days.");
        found.throwIfAny();
        return unitOfWork.inTenant(tenant, () -> {
            ApiClient client = clients.lock(tenant, clientId).orElseThrow(NotFoundException::new);
            Instant now = clock.instant();
            endOlder(tenant, client, now, grace);
            int version = client.secrets().stream()
                            .mapToInt(ClientSecret::version)
                            .max()
                            .orElse(0)
                    + 1;
            IssuedSecret issued = new IssuedSecret(clientId, version, IssueApiClient.freshSecret());
            clients.addSecret(
                    tenant, clientId, new ClientSecret(version, ClientSecret.hashOf(issued.secret()), now, null, null));
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.API_CLIENT_SECRET_ROTATED, clientId)
                            .with("version", version)
                            .with("old_secret_good_for", grace));
            return issued;
        });
    }

    private void endOlder(TenantId tenant, ApiClient client, Instant now, Duration grace) {
        List<ClientSecret> live = client.liveSecrets(now);
        int kept = ApiClient.MOST_LIVE_SECRETS - 1;
        for (int i = 0; i < live.size(); i++) {
            boolean newest = i >= live.size() - kept;
            clients.expireSecret(tenant, client.clientId(), live.get(i).version(), newest ? now.plus(grace) : now);
        }
    }
}
