package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.local.money.PlatformFixture.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * One merchant sends so many requests a second while ten others work as usual: rounds without and with the flood in turn, in one run. It is no part
 * of the build: its figures are for a person, and the flood is made on the machine that it floods. Run with {@code -Dapi.flood=1000};
 * {@code -Dapi.flood.rounds=5} rounds of {@code -Dapi.flood.seconds=10}.
 */
@EnabledIfSystemProperty(named = "api.flood", matches = "[1-9][0-9]*")
class ApiFloodIT {
    private static final int RATE = Integer.getInteger("api.flood", 1000);
    private static final int ROUNDS = Integer.getInteger("api.flood.rounds", 5);
    private static final int SECONDS = Integer.getInteger("api.flood.seconds", 10);
    private static final int OTHERS = 10;
    private static final int CALLS_PER_SECOND = 20;
    private static final int OPENS_EVERY = 4;

    private final PlatformFixture platform = new PlatformFixture();
    private final List<MerchantFixture> others = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private ProcessFixture api;
    private MerchantFixture flooding;
    private String target = "";

    @BeforeEach
    void start() throws InterruptedException {
        Address address = Address.free();
        api = platform.launch(
                "flooded",
                address,
                address,
                "--tillhouse.recovery.pause=PT1H",
                "--tillhouse.api.limits.requests=100",
                "--tillhouse.api.limits.writes=25",
                "--tillhouse.api.limits.client-requests=100",
                "--tillhouse.api.limits.tenant-at-once=64",
                "--tillhouse.database.connections-per-tenant=3");
        api.awaitReady();
        flooding = platform.merchant();
        flooding.signIn(api);
        target = platform.opened(api, flooding);
        for (int i = 0; i < OTHERS; i++) {
            MerchantFixture merchant = platform.merchant();
            merchant.signIn(api);
            others.add(merchant);
            known.add(platform.opened(api, merchant));
        }
        work(new Latencies());
        work(new Latencies());
    }

    @AfterEach
    void stop() throws InterruptedException {
        platform.close();
    }

    @Test
    void doesNotSlowTheOthers() throws InterruptedException {
        List<Latencies> quiet = new ArrayList<>();
        List<Latencies> flooded = new ArrayList<>();
        ConcurrentMap<Integer, LongAdder> answers = new ConcurrentHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            quiet.add(measured());
            flooded.add(flooded(answers));
        }
        System.out.printf("flood of %d a second: answers %s%n", RATE, answers);
        double p50 = report("p50", 50, quiet, flooded);
        double p99 = report("p99", 99, quiet, flooded);
        assertThat(answers.get(429).sum()).isPositive();
        assertThat(p50).isLessThan(2);
        assertThat(p99).isLessThanOrEqualTo(2);
    }

    private Latencies measured() throws InterruptedException {
        Latencies latencies = new Latencies();
        work(latencies);
        return latencies;
    }

    private Latencies flooded(ConcurrentMap<Integer, LongAdder> answers) throws InterruptedException {
        Latencies latencies = new Latencies();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> atRate(RATE, number -> {
                Answer answer = flooding.get(api, "/v1/payments/" + target);
                answers.computeIfAbsent(answer.status(), status -> new LongAdder())
                        .increment();
            }));
            work(latencies);
        }
        return latencies;
    }

    private void work(Latencies latencies) {
        atRate(CALLS_PER_SECOND, number -> {
            long due = System.nanoTime();
            int which = number % OTHERS;
            Answer answer = number % OPENS_EVERY == 0
                    ? others.get(which).post(api, platform.opening())
                    : others.get(which).get(api, "/v1/payments/" + known.get(which));
            latencies.add(System.nanoTime() - due);
            assertThat(answer.good()).as(answer.toString()).isTrue();
        });
    }

    private interface Call {
        void make(int number);
    }

    /** Calls come at their time, however slow the ones before are. */
    private static void atRate(int perSecond, Call call) {
        long begun = System.nanoTime();
        long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SECONDS * perSecond; i++) {
                long due = begun + i * pause;
                int number = i;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                threads.execute(() -> call.make(number));
            }
        }
    }

    private static double report(String name, double percent, List<Latencies> quiet, List<Latencies> flooded) {
        List<Double> without =
                quiet.stream().map(each -> each.percentile(percent)).toList();
        List<Double> with =
                flooded.stream().map(each -> each.percentile(percent)).toList();
        double ratio = Latencies.median(with) / Latencies.median(without);
        System.out.printf(
                "others' %s: %.1f ms without the flood %s, %.1f ms with it %s, %.2f times%n",
                name, Latencies.median(without), rounded(without), Latencies.median(with), rounded(with), ratio);
        return ratio;
    }

    private static List<String> rounded(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> String.format("%.1f", values.get(i)))
                .toList();
    }
}
