package com.tillhouse.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.AccessStatus;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The edges of an access in time, and what happens when somebody ends it while the operator acts. */
class AccessEdgesIT extends OperatorFixture {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final long SEED = 20261122;

    @Autowired
    JdbcClient jdbc;

    private AccessGrant grant(@Nullable Instant starts, Duration length, @Nullable Instant ended) {
        return new AccessGrant(
                kaya,
                "acg_1",
                new PersonId(operator.value()),
                "op@tillhouse.example",
                AccessScope.READ,
                REASON,
                length,
                false,
                START,
                starts,
                starts == null ? null : starts.plus(length),
                null,
                ended,
                null);
    }

    private boolean openInDatabase(AccessGrant grant, Instant now) {
        return truth.sql(
                        "select access_open(cast(:starts as timestamptz), cast(:ends as timestamptz), cast(:ended as timestamptz), :now)")
                .param("starts", utc(grant.startsAt()))
                .param("ends", utc(grant.endsAt()))
                .param("ended", utc(grant.endedAt()))
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    @Test
    void isOpenFromItsStartUpToButNotAtItsEnd() {
        AccessGrant hour = grant(START, Duration.ofHours(1), null);
        Duration tick = Duration.ofNanos(1000);
        assertThat(hour.openAt(START.minus(tick))).isFalse();
        assertThat(hour.openAt(START)).isTrue();
        assertThat(hour.openAt(START.plus(Duration.ofHours(1)).minus(tick))).isTrue();
        assertThat(hour.openAt(START.plus(Duration.ofHours(1)))).isFalse();
        assertThat(grant(START, Duration.ofHours(1), START.plusSeconds(9)).openAt(START.plusSeconds(9)))
                .isFalse();
        assertThat(grant(null, Duration.ofHours(1), null)
                        .statusAt(START.plus(AccessGrant.LAPSES_AFTER).minus(tick)))
                .isEqualTo(AccessStatus.WAITING);
        assertThat(grant(null, Duration.ofHours(1), null).statusAt(START.plus(AccessGrant.LAPSES_AFTER)))
                .isEqualTo(AccessStatus.NEVER_STARTED);
    }

    /** Around every edge, and anywhere else. */
    @Test
    void meansTheSameToTheCodeAndToTheDatabase() {
        SplittableRandom random = new SplittableRandom(SEED);
        int opened = 0;
        for (int round = 0; round < 400; round++) {
            Duration length = Duration.ofMinutes(5 + random.nextInt(236));
            @Nullable Instant ended = random.nextInt(3) == 0 ? START.plusSeconds(random.nextInt(14_400)) : null;
            @Nullable Instant starts = random.nextInt(9) == 0 ? null : START;
            AccessGrant grant = grant(starts, length, ended);
            Instant edge = switch (random.nextInt(4)) {
                case 0 -> START;
                case 1 -> START.plus(length);
                case 2 -> Objects.requireNonNullElse(ended, START);
                default -> START.plusSeconds(random.nextInt(-60, 15_000));
            };
            Instant now = edge.plus(Duration.ofNanos(1000L * random.nextInt(-1, 2)));
            assertThat(openInDatabase(grant, now))
                    .as("seed %d round %d: %s at %s", SEED, round, grant, now)
                    .isEqualTo(grant.openAt(now))
                    .isEqualTo(grant.statusAt(now) == AccessStatus.OPEN);
            opened += grant.openAt(now) ? 1 : 0;
        }
        assertThat(opened).isBetween(40, 360);
    }

    /** The one who ends it waits for the act under way; whatever begins later finds it ended. */
    @Test
    void letsAnActUnderWayEndAndNoOtherBegin() throws Exception {
        AccessGrant grant = opened(AccessScope.ACT);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> act = threads.submit(() -> as(
                    operator,
                    () -> unitOfWork.inTenant(kaya, () -> {
                        inside.countDown();
                        await(goOn);
                        return jdbc.sql("select ended_at is null from access_grant where id = :id")
                                .param("id", grant.id())
                                .query(Boolean.class)
                                .single();
                    })));
            await(inside);
            Future<?> end = threads.submit(() -> answer.end(kaya, grant.id(), owner));
            awaitWaiting();
            assertThat(end.isDone()).isFalse();
            goOn.countDown();
            assertThat(act.get(20, TimeUnit.SECONDS)).isTrue();
            end.get(20, TimeUnit.SECONDS);
        }
        assertThat(refused(() -> as(operator, () -> checkoutPolicies.read(kaya))))
                .isTrue();
    }

    @Test
    void isEndedOnceByManyAtOnce() throws Exception {
        AccessGrant grant = opened(AccessScope.ACT);
        List<Callable<Boolean>> ends = new ArrayList<>();
        for (int one = 0; one < 8; one++) {
            boolean byOwner = one % 2 == 0;
            ends.add(() -> !refused(() -> {
                if (byOwner) {
                    answer.end(kaya, grant.id(), owner);
                } else {
                    use.leave(kaya, grant.id(), operator);
                }
                return byOwner;
            }));
        }
        int done = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> end : threads.invokeAll(ends)) {
                done += end.get() ? 1 : 0;
            }
        }
        assertThat(done).isOne();
        assertThat(trail(kaya).stream().filter(entry -> entry.action().equals("operator_access.ended")))
                .hasSize(1);
    }

    private static boolean refused(Callable<?> act) {
        try {
            act.call();
            return false;
        } catch (NotFoundException | com.tillhouse.core.operator.usecase.AccessOverException e) {
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        boolean waits = false;
        while (!waits && System.nanoTime() < end) {
            waits = truth.sql(
                            "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like 'update access_grant%')")
                    .query(Boolean.class)
                    .single();
        }
        assertThat(waits).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
