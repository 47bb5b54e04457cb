package com.tillhouse.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.ReceiverFixture.Answer;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.port.ClaimPolicy;
import com.tillhouse.core.webhook.usecase.DeliverWebhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimDeliveriesIT {
    private static final WebhookFixture WORLD = new WebhookFixture();
    private static final String NOWHERE = "http://localhost:1/";
    private final DeliverWebhooks unlimited = WORLD.worker(new ClaimPolicy(Duration.ofMinutes(1), 10_000, 10_000));
    private TenantId tenant = WORLD.tenant();

    @BeforeEach
    void nothingIsDue() {
        WORLD.truth
                .sql("truncate delivery_attempt, delivery, event, webhook_secret, webhook_endpoint")
                .update();
        tenant = WORLD.tenant();
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private void events(TenantId of, int count) {
        WORLD.unitOfWork.runInTenant(of, () -> {
            for (int i = 0; i < count; i++) {
                WORLD.events.append(of, WORLD.event("pay_" + of + "_" + i, 1, null));
            }
        });
    }

    @Test
    void neverGivesOneDeliveryToTwoWorkers() throws Exception {
        WORLD.endpoint(tenant, NOWHERE);
        events(tenant, 300);
        Callable<List<DeliveryClaim>> claims = () -> {
            List<DeliveryClaim> mine = new ArrayList<>();
            for (int empty = 0; empty < 3; ) {
                List<DeliveryClaim> more = unlimited.claim(7);
                mine.addAll(more);
                empty = more.isEmpty() ? empty + 1 : 0;
            }
            return mine;
        };

        List<DeliveryClaim> all = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<DeliveryClaim>> worker : workers.invokeAll(List.of(claims, claims, claims, claims))) {
                all.addAll(worker.get());
            }
        }

        assertThat(all).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void refusesTheLateWriteOfAWorkerThatWasPausedPastItsLease() {
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            WORLD.endpoint(tenant, receiver.url());
            WORLD.event(tenant, "pay_late", 1);
            receiver.then(Answer.of(500), Answer.of(204));
            Delivery paused = WORLD.load(unlimited, unlimited.claim(1)).getFirst();
            WORLD.endLeases();
            Delivery taken = WORLD.load(unlimited, unlimited.claim(1)).getFirst();

            assertThat(unlimited.deliver(paused)).isFalse();
            assertThat(WORLD.statuses("pay_late")).containsExactly("PENDING");
            assertThat(unlimited.deliver(taken)).isTrue();
            assertThat(unlimited.deliver(paused)).isFalse();

            assertThat(WORLD.statuses("pay_late")).containsExactly("DELIVERED");
            assertThat(WORLD.truth
                            .sql("select attempt from delivery_attempt")
                            .query(Integer.class)
                            .list())
                    .containsExactly(2);
        }
    }

    @Test
    void doesNotReadWhatWasTakenOver() {
        WORLD.endpoint(tenant, NOWHERE);
        WORLD.event(tenant, "pay_1", 1);
        List<DeliveryClaim> old = unlimited.claim(1);
        WORLD.endLeases();
        unlimited.claim(1);

        assertThat(WORLD.load(unlimited, old)).isEmpty();
    }

    @Test
    void keepsOrderPerObjectAndEndpointAndNowhereElse() {
        try (ReceiverFixture broken = new ReceiverFixture();
                ReceiverFixture healthy = new ReceiverFixture()) {
            broken.then(Answer.of(500));
            WORLD.endpoint(tenant, broken.url());
            WORLD.endpoint(tenant, healthy.url());
            WORLD.event(tenant, "pay_a", 1);
            WORLD.event(tenant, "pay_a", 2);
            List<Delivery> first = WORLD.load(unlimited, unlimited.claim(10));
            assertThat(unlimited.claim(10)).isEmpty();
            first.forEach(unlimited::deliver);
            WORLD.event(tenant, "pay_b", 1);

            WORLD.runOnce(unlimited);
            assertThat(healthy.received()).hasSize(3);
            assertThat(broken.received()).hasSize(2);
            WORLD.clock.advance(Duration.ofSeconds(6));
            WORLD.runOnce(unlimited);
            WORLD.runOnce(unlimited);

            assertThat(broken.received().stream().map(ClaimDeliveriesIT::sequence))
                    .containsExactly("pay_a 1", "pay_b 1", "pay_a 1", "pay_a 2");
        }
    }

    private static String sequence(ReceiverFixture.Received message) {
        return message.body().replaceAll(".*\"sequence\":(\\d+).*\"id\":\"([^\"]+)\".*", "$2 $1");
    }

    @Test
    void goesOnWithTheNextEventOfAnObjectWhenOneHasFailedForGood() {
        WORLD.endpoint(tenant, NOWHERE);
        WORLD.event(tenant, "pay_a", 1);
        WORLD.event(tenant, "pay_a", 2);
        for (int i = 0; i < 10; i++) {
            assertThat(WORLD.runOnce(unlimited)).isOne();
            WORLD.clock.advance(Duration.ofHours(29));
        }

        assertThat(WORLD.statuses("pay_a")).containsExactly("FAILED", "PENDING");
        assertThat(WORLD.runOnce(unlimited)).isOne();
    }

    @Test
    void letsTenantsTakeTurns() {
        TenantId flooding = WORLD.tenant();
        WORLD.endpoint(flooding, NOWHERE);
        WORLD.endpoint(flooding, NOWHERE + "2");
        events(flooding, 200);
        WORLD.clock.advance(Duration.ofSeconds(1));
        WORLD.endpoint(tenant, NOWHERE);
        events(tenant, 2);

        assertThat(unlimited.claim(4))
                .extracting(DeliveryClaim::tenant)
                .containsExactlyInAnyOrder(flooding, flooding, tenant, tenant);
    }

    @Test
    void holdsTheCapsPerEndpointAndPerTenant() {
        for (int i = 0; i < 4; i++) {
            WORLD.endpoint(tenant, NOWHERE + i);
        }
        events(tenant, 10);
        DeliverWebhooks capped = WORLD.worker(new ClaimPolicy(Duration.ofMinutes(1), 3, 7));

        assertThat(capped.claim(5)).hasSize(5);
        assertThat(capped.claim(5)).hasSize(2);
        assertThat(capped.claim(5)).isEmpty();
        assertThat(WORLD.truth
                        .sql("select count(*) from delivery where lease_until is not null group by endpoint_id")
                        .query(Integer.class)
                        .list())
                .allSatisfy(inFlight -> assertThat(inFlight).isLessThanOrEqualTo(3));
    }

    @Test
    void claimsAgainWhatWasGivenBackUnderAnotherFence() {
        WORLD.endpoint(tenant, NOWHERE);
        WORLD.event(tenant, "pay_1", 1);
        List<DeliveryClaim> first = unlimited.claim(1);
        unlimited.giveBack(tenant, first);

        List<DeliveryClaim> second = unlimited.claim(1);

        Set<DeliveryClaim> both = new HashSet<>(first);
        both.addAll(second);
        assertThat(both).hasSize(2);
        unlimited.giveBack(tenant, first);
        assertThat(unlimited.claim(1)).isEmpty();
    }

    @Test
    void countsOnlyAttemptsThatWereMadeTowardsTheEnd() {
        WORLD.endpoint(tenant, NOWHERE);
        WORLD.event(tenant, "pay_1", 1);
        for (int i = 0; i < 20; i++) {
            assertThat(unlimited.claim(1)).hasSize(1);
            WORLD.endLeases();
        }

        WORLD.runOnce(unlimited);

        assertThat(WORLD.statuses("pay_1")).containsExactly("PENDING");
    }

    @Test
    void showsTheWorkerRoleNoBodiesAndNoUrls() {
        assertThatThrownBy(() -> WORLD.truth
                        .sql("set role app_worker; select url from delivery")
                        .query(String.class)
                        .list())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
