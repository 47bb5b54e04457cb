package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.local.money.PlatformFixture.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Ten thousand open payments of twenty merchants come due at once, nine thousand of them one merchant's. One process recovers them, another answers the
 * API; both have the machine and the database in common. It is no part of the build: it takes minutes, and its figures are for a person. Run with
 * {@code -Dmoney.flood=10000}; {@code -Dmoney.flood.rate=50} is what recovery is allowed in a second, {@code -Dmoney.flood.calls=20} how many calls of the API come
 * in a second.
 */
@EnabledIfSystemProperty(named = "money.flood", matches = "[1-9][0-9]*")
class RecoveryFloodIT {
    private static final int FLOOD = Integer.getInteger("money.flood", 10_000);
    private static final int RATE = Integer.getInteger("money.flood.rate", 50);
    private static final int SMALL_MERCHANTS = 19;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int CALLS_PER_SECOND = Integer.getInteger("money.flood.calls", 20);

    /** Every so manieth call opens a session, the others read a payment. */
    private static final int OPENS_EVERY = 4;

    private final PlatformFixture platform = new PlatformFixture();
    private final CountedDoor door = new CountedDoor(platform.antom().host());
    private final List<MerchantFixture> merchants = new ArrayList<>();
    private ProcessFixture api;
    private String known = "";

    @BeforeEach
    void flood() throws InterruptedException {
        Address recovering = Address.free();
        Address answering = Address.free();
        ProcessFixture recovery =
                platform.launch("recovering", recovering, recovering, "--tillhouse.recovery.per-second=" + RATE);
        api = platform.launch("answering", answering, recovering, "--tillhouse.recovery.pause=PT1H");
        recovery.awaitReady();
        api.awaitReady();
        for (int i = 0; i <= SMALL_MERCHANTS; i++) {
            MerchantFixture merchant = platform.merchant(door.host());
            merchant.signIn(api);
            merchants.add(merchant);
            int share = i == 0 ? FLOOD * 9 / 10 : Math.max(1, FLOOD / 10 / SMALL_MERCHANTS);
            multiply(platform.opened(api, merchant), share);
        }
        known = platform.opened(api, merchants.getFirst());
        load(new Latencies());
    }

    @AfterEach
    void stop() throws InterruptedException {
        platform.close();
        door.close();
    }

    /** So many more payments like this one, each of a session of its own, none of them due. */
    private void multiply(String payment, int times) {
        copy(
                "checkout_session",
                "'id', 'cs_' || hash, 'order_reference', 'FLOOD'",
                "id = (select session_id from payment where id = :payment)",
                payment,
                times);
        copy(
                "payment",
                "'id', 'pay_' || hash, 'session_id', 'cs_' || hash, 'next_check_at', now() + interval '1 day'",
                "id = :payment",
                payment,
                times);
        copy("payment_move", "'payment_id', 'pay_' || hash", "payment_id = :payment", payment, times);
    }

    /** Rows like the one that is meant, but for what is new of them. */
    private void copy(String table, String fresh, String which, String payment, int times) {
        String columns = platform.truth()
                .sql(
                        "select string_agg(column_name, ', ') from information_schema.columns where table_name = :table and is_generated = 'NEVER'")
                .param("table", table)
                .query(String.class)
                .single();
        platform.truth()
                .sql("""
                        insert into %1$s (%2$s) select %2$s from (
                          select copy.* from %1$s like_it, generate_series(1, :times) n, md5(:payment || n) hash,
                            lateral jsonb_populate_record(like_it, jsonb_build_object(%3$s)) copy where like_it.%4$s) copies""".formatted(table, columns, fresh, which))
                .param("times", times)
                .param("payment", payment)
                .update();
    }

    @Test
    void keepsWithinItsRateAndDoesNotSlowTheApi() throws InterruptedException {
        List<Latencies> quiet = new ArrayList<>();
        List<Latencies> flooded = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            quiet.add(measured());
            due(true);
            flooded.add(measured());
            due(false);
        }
        report("p50", 50, quiet, flooded, 1.5);
        report("p99", 99, quiet, flooded, 2.0);
        recoverAll();
        assertThat(platform.breaches()).isEmpty();
    }

    /** Makes all of the flood due that recovery has not asked about yet, or nothing. */
    private void due(boolean now) {
        platform.truth()
                .sql("""
                        update payment set next_check_at = now() + cast(:wait as interval), check_lease_until = null
                        from checkout_session s where s.tenant_id = payment.tenant_id and s.id = session_id
                          and order_reference = 'FLOOD' and (checks = 0 or not :now)""")
                .param("wait", now ? "0" : "1 day")
                .param("now", now)
                .update();
    }

    private long left() {
        return left("true");
    }

    private long left(String which) {
        return platform.truth().sql("""
                        select count(*) from payment p join checkout_session s on s.tenant_id = p.tenant_id and s.id = p.session_id
                        where order_reference = 'FLOOD' and checks = 0 and\s""" + which).query(Long.class).single();
    }

    private void recoverAll() {
        long before = left();
        long asked = door.total();
        long begun = System.nanoTime();
        due(true);
        String small = "p.tenant_id <> '" + merchants.getFirst().tenant() + "'";
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> left(small) == 0);
        double smallDone = secondsSince(begun);
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> left() == 0);
        double allDone = secondsSince(begun);
        System.out.printf(
                "recovery: %d payments in %.0f s, the small merchants' in %.0f s; %.1f inquiries a second, at most %d in any 1 s and %d in any 10 s, allowed %d a second%n",
                before, allDone, smallDone, (door.total() - asked) / allDone, door.most(1), door.most(10), RATE);
        assertThat(door.most(10)).isLessThanOrEqualTo(RATE * 11L);
        assertThat(smallDone).isLessThan(allDone / 2);
    }

    private static double secondsSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }

    private Latencies measured() throws InterruptedException {
        Latencies latencies = new Latencies();
        load(latencies);
        return latencies;
    }

    /** Calls come at their time, however slow the ones before are. */
    private void load(Latencies latencies) throws InterruptedException {
        long begun = System.nanoTime();
        int calls = (int) ROUND.toSeconds() * CALLS_PER_SECOND;
        long pause = TimeUnit.SECONDS.toNanos(1) / CALLS_PER_SECOND;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                long due = begun + i * pause;
                int number = i;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(threads.submit(() -> {
                    Answer answer = call(number);
                    latencies.add(System.nanoTime() - due);
                    return answer;
                }));
            }
            for (Future<Answer> one : running) {
                Answer answer = HttpFixture.result(one);
                assertThat(answer.good()).as(answer.toString()).isTrue();
            }
        }
    }

    private Answer call(int number) {
        MerchantFixture merchant = merchants.get(number % merchants.size());
        return number % OPENS_EVERY == 0
                ? merchant.post(api, platform.opening())
                : merchants.getFirst().get(api, "/v1/payments/" + known);
    }

    private static void report(
            String name, double percent, List<Latencies> quiet, List<Latencies> flooded, double allowed) {
        List<Double> without =
                quiet.stream().map(each -> each.percentile(percent)).toList();
        List<Double> with =
                flooded.stream().map(each -> each.percentile(percent)).toList();
        double ratio = Latencies.median(with) / Latencies.median(without);
        System.out.printf(
                "API %s: %.1f ms without recovery %s, %.1f ms with it %s, %.2f times%n",
                name, Latencies.median(without), rounded(without), Latencies.median(with), rounded(with), ratio);
        assertThat(ratio).as(name).isLessThan(allowed);
    }

    private static List<String> rounded(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> String.format("%.0f", values.get(i)))
                .toList();
    }
}
