package com.tillhouse.webhooks.delivery;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.usecase.DeliverWebhooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Claims as many due deliveries as it has free slots, sends them side by side on virtual threads, and looks again as soon as half of them have
 * ended. Any number of processes may do this at once.
 */
@Component
final class DeliveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private final DeliverWebhooks webhooks;
    private final DeliverySettings settings;
    private final DeliverySlots slots;
    private final ExecutorService deliveries = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private volatile boolean stopping;
    private volatile @Nullable Thread loop;

    DeliveryWorker(DeliverWebhooks webhooks, DeliverySettings settings) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.slots = new DeliverySlots(settings.slots());
    }

    /** Delivers what is due now, as far as the slots go, and waits for the outcome; answers how many deliveries that were. */
    int runOnce() throws InterruptedException {
        int claimed = round();
        while (!slots.awaitIdle(settings.grace())) {
            LOG.warn("deliveries are still in flight after {}", settings.grace());
        }
        return claimed;
    }

    private int round() {
        int free = slots.takeFree();
        int taken = 0;
        try {
            List<DeliveryClaim> claims = free == 0 ? List.of() : webhooks.claim(free);
            taken = claims.size();
            Map<TenantId, List<DeliveryClaim>> byTenant =
                    claims.stream().collect(Collectors.groupingBy(DeliveryClaim::tenant));
            byTenant.forEach((tenant, ofTenant) -> deliveries.execute(() -> load(tenant, ofTenant)));
            return taken;
        } finally {
            slots.putBack(free - taken);
        }
    }

    /** The slots of deliveries that are not handed on end here. */
    private void load(TenantId tenant, List<DeliveryClaim> claims) {
        int handedOn = 0;
        try {
            if (stopping) {
                webhooks.giveBack(tenant, claims);
                return;
            }
            for (Delivery delivery : webhooks.load(tenant, claims)) {
                deliveries.execute(() -> deliver(delivery));
                handedOn++;
            }
        } catch (RuntimeException e) {
            LOG.error("can't read due deliveries of tenant {}; they are tried again when their lease ends", tenant, e);
        } finally {
            slots.ended(claims.size() - handedOn);
        }
    }

    private void deliver(Delivery delivery) {
        DeliveryClaim claim = delivery.claim();
        try {
            if (stopping) {
                webhooks.giveBack(claim.tenant(), List.of(claim));
            } else if (!webhooks.deliver(delivery)) {
                LOG.warn("{} of tenant {} was taken over; the result is dropped", claim.deliveryId(), claim.tenant());
            }
        } catch (RuntimeException e) {
            LOG.error("{} of tenant {} is tried again when its lease ends", claim.deliveryId(), claim.tenant(), e);
        } finally {
            slots.ended(1);
        }
    }

    private void loop() {
        try {
            while (!stopping) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("interrupted; no more webhooks are sent by this process");
        }
    }

    private void look() throws InterruptedException {
        try {
            int claimed = round();
            slots.awaitEnded(Math.max(1, claimed / 2), settings.idle());
        } catch (RuntimeException e) {
            LOG.error("can't claim due deliveries; looking again in {}", AFTER_FAILURE, e);
            slots.awaitEnded(settings.slots(), AFTER_FAILURE);
        }
    }

    @Override
    public void start() {
        stopping = false;
        loop = Thread.ofVirtual().name("delivery-claims").start(this::loop);
    }

    /** Claims nothing more, gives back what was not begun, and waits for what is in flight. */
    @Override
    public void stop() {
        stopping = true;
        slots.wake();
        try {
            Thread claiming = loop;
            if (claiming != null) {
                claiming.join(settings.grace());
            }
            if (!slots.awaitIdle(settings.grace())) {
                LOG.warn("stopping with webhooks in flight; another process sends them again when their leases end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
