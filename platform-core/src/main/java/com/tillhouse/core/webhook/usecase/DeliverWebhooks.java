package com.tillhouse.core.webhook.usecase;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.domain.DeliveryOutcome;
import com.tillhouse.core.webhook.domain.RetrySchedule;
import com.tillhouse.core.webhook.port.ClaimPolicy;
import com.tillhouse.core.webhook.port.DeliveryStore;
import com.tillhouse.core.webhook.port.WebhookSender;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Brings due events to their endpoints, at least once: claim, read, send with no transaction open, record. Whoever calls it decides how many are
 * sent side by side.
 */
public final class DeliverWebhooks {
    private final UnitOfWork unitOfWork;
    private final DeliveryStore deliveries;
    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final ClaimPolicy policy;
    private final InstantSource clock;

    public DeliverWebhooks(
            UnitOfWork unitOfWork,
            DeliveryStore deliveries,
            WebhookSender sender,
            RetrySchedule schedule,
            ClaimPolicy policy,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.deliveries = deliveries;
        this.sender = sender;
        this.schedule = schedule;
        this.policy = policy;
        this.clock = clock;
    }

    /** Claims at most so many deliveries that are due; they must be tried or given back before the lease ends. */
    public List<DeliveryClaim> claim(int limit) {
        return deliveries.claimDue(clock.instant(), policy, limit);
    }

    /** Reads claimed deliveries of one tenant; those that were taken over meanwhile are missing. */
    public List<Delivery> load(TenantId tenant, Collection<DeliveryClaim> claims) {
        return unitOfWork.inTenant(tenant, () -> deliveries.load(tenant, claims, clock.instant()));
    }

    /** Makes one attempt and records it. False when the record was refused, because another worker took over meanwhile. */
    public boolean deliver(Delivery delivery) {
        if (delivery.endpointDisabled()) {
            return record(delivery, Attempt.notMade(delivery.url(), clock.instant()), new DeliveryOutcome.Failed());
        }
        Attempt attempt = sender.send(delivery.sign(clock.instant()));
        Instant now = clock.instant();
        return record(delivery, attempt, delivery.judge(attempt, schedule, now));
    }

    /** Gives claims of one tenant back untried. */
    public void giveBack(TenantId tenant, Collection<DeliveryClaim> claims) {
        unitOfWork.runInTenant(tenant, () -> deliveries.giveBack(tenant, claims));
    }

    private boolean record(Delivery delivery, Attempt attempt, DeliveryOutcome outcome) {
        TenantId tenant = delivery.claim().tenant();
        return unitOfWork.inTenant(tenant, () -> deliveries.record(tenant, delivery.claim(), attempt, outcome));
    }
}
