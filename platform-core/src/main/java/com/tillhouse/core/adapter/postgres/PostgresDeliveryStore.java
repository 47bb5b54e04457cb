package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.domain.DeliveryOutcome;
import com.tillhouse.core.webhook.port.ClaimPolicy;
import com.tillhouse.core.webhook.port.DeliveryStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries by JDBC. */
public final class PostgresDeliveryStore implements DeliveryStore {
    private final DeliveryClaims claims;
    private final DeliveryLoading loading;
    private final DeliveryRecords records;

    public PostgresDeliveryStore(JdbcClient jdbc, NarrowRole narrow, SecretVault vault) {
        this.claims = new DeliveryClaims(jdbc, narrow);
        this.loading = new DeliveryLoading(jdbc, vault);
        this.records = new DeliveryRecords(jdbc);
    }

    @Override
    public List<DeliveryClaim> claimDue(Instant now, ClaimPolicy policy, int limit) {
        return claims.claimDue(now, policy, limit);
    }

    @Override
    public List<Delivery> load(TenantId tenant, Collection<DeliveryClaim> claimed, Instant now) {
        return loading.load(tenant, claimed, now);
    }

    @Override
    public boolean record(TenantId tenant, DeliveryClaim claim, Attempt attempt, DeliveryOutcome outcome) {
        return records.record(tenant, claim, attempt, outcome);
    }

    @Override
    public void giveBack(TenantId tenant, Collection<DeliveryClaim> claimed) {
        claims.giveBack(tenant, claimed);
    }
}
