package com.tillhouse.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.ReceiverFixture;
import com.tillhouse.core.webhook.ReceiverFixture.Received;
import com.tillhouse.core.webhook.WebhookFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryWorkerIT {
    private static final WebhookFixture WORLD = new WebhookFixture();
    private final DeliverySettings settings =
            new DeliverySettings(true, 32, Duration.ofMillis(50), Duration.ofSeconds(10));
    private final DeliveryWorker worker = new DeliveryWorker(WORLD.worker(), settings);

    @BeforeEach
    void nothingIsDue() {
        WORLD.truth
                .sql("truncate delivery_attempt, delivery, event, webhook_secret, webhook_endpoint")
                .update();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static void events(TenantId tenant, int count) {
        WORLD.unitOfWork.runInTenant(
                tenant,
                () -> IntStream.range(0, count)
                        .forEach(i -> WORLD.events.append(tenant, WORLD.event("pay_" + tenant + "_" + i, 1, null))));
    }

    private static long count(String condition) {
        return WORLD.truth
                .sql("select count(*) from delivery where " + condition)
                .query(Long.class)
                .single();
    }

    @Test
    void deliversWhatIsDue() throws InterruptedException {
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            TenantId tenant = WORLD.tenant();
            WORLD.endpoint(tenant, receiver.url());
            events(tenant, 20);

            assertThat(worker.runOnce() + worker.runOnce() + worker.runOnce()).isEqualTo(20);
            assertThat(worker.runOnce()).isZero();

            assertThat(receiver.received().stream().map(Received::id))
                    .hasSize(20)
                    .doesNotHaveDuplicates();
            assertThat(count("status = 'DELIVERED'")).isEqualTo(20);
        }
    }

    @Test
    void letsASlowEndpointOfOneTenantDelayNobodyElse() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (ReceiverFixture slow = new ReceiverFixture();
                ReceiverFixture healthy = new ReceiverFixture()) {
            slow.then(IntStream.range(0, 100).mapToObj(i -> hanging(release)).toArray(ReceiverFixture.Answer[]::new));
            TenantId one = WORLD.tenant();
            WORLD.endpoint(one, slow.url());
            events(one, 100);
            TenantId other = WORLD.tenant();
            WORLD.endpoint(other, healthy.url());
            events(other, 40);

            worker.start();

            assertThat(slow.awaitMore(8, Duration.ofSeconds(5))).isTrue();
            assertThat(healthy.awaitMore(40, WebhookFixture.DEADLINE)).isTrue();
            release.countDown();
            worker.stop();
            assertThat(slow.received()).hasSizeGreaterThanOrEqualTo(8);
        } finally {
            release.countDown();
            worker.stop();
        }
    }

    private static ReceiverFixture.Answer hanging(CountDownLatch release) {
        return exchange -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(204, -1);
        };
    }

    @Test
    void leavesNoLeaseBehindWhenItStops() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            receiver.then(IntStream.range(0, 8).mapToObj(i -> hanging(release)).toArray(ReceiverFixture.Answer[]::new));
            TenantId tenant = WORLD.tenant();
            WORLD.endpoint(tenant, receiver.url());
            events(tenant, 100);
            worker.start();
            assertThat(receiver.awaitMore(8, Duration.ofSeconds(5))).isTrue();

            Thread stop = Thread.ofVirtual().start(worker::stop);
            release.countDown();
            stop.join();

            assertThat(worker.isRunning()).isFalse();
            assertThat(count("lease_until is not null and status = 'PENDING'")).isZero();
            assertThat(count("status = 'DELIVERED'"))
                    .isEqualTo(receiver.received().size());
            assertThat(count("status = 'PENDING'")).isPositive();
        }
    }

    @Test
    void deliversEachEventOnceWithTwoWorkersAtWork() throws InterruptedException {
        DeliveryWorker second = new DeliveryWorker(WORLD.worker(), settings);
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            TenantId tenant = WORLD.tenant();
            WORLD.endpoint(tenant, receiver.url());
            events(tenant, 300);

            worker.start();
            second.start();

            assertThat(receiver.awaitMore(300, Duration.ofSeconds(30))).isTrue();
            worker.stop();
            second.stop();
            assertThat(receiver.received().stream().map(Received::id))
                    .hasSize(300)
                    .doesNotHaveDuplicates();
            assertThat(count("status = 'DELIVERED'")).isEqualTo(300);
        }
    }
}
