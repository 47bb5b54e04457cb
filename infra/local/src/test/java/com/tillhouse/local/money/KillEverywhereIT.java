package com.tillhouse.local.money;

import static com.tillhouse.local.money.KillStory.AT_ANTOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.local.money.KillStory.Client;
import com.tillhouse.local.money.KillStory.Deed;
import com.tillhouse.local.money.MerchantFixture.Order;
import com.tillhouse.local.money.PlatformFixture.Address;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * kill -9 at every place of opening, retrying and expiring a session, cancelling and refunding: each end of a transaction before and after its commit, each call to Antom
 * before it is sent, when Antom has done it but nobody has read the answer, and when it is read. The places are not written down here: a first request
 * of each kind tells where it comes by. Then one request stands at each place, three times (its client gives up, asks again at once, asks again when
 * recovery has been there), and the process is killed. With {@code -Dmoney.kill.each=true} there is one kill for each place, which takes long;
 * {@code -Dmoney.kill.deeds=REFUND,OPEN} is for these only.
 */
class KillEverywhereIT {
    private static final boolean EACH = Boolean.getBoolean("money.kill.each");
    private static final List<Deed> DEEDS = Stream.of(Deed.values())
            .filter(deed -> System.getProperty("money.kill.deeds", deed.name()).contains(deed.name()))
            .toList();
    private static final Duration LATE_ANSWER = Duration.ofMinutes(1);
    private static final Duration LEASES = Duration.ofSeconds(40);

    /** So many requests stand at once; each may hold a connection. */
    private static final int CROWD = EACH ? 1 : 170;

    private static final String CONNECTIONS = "--spring.datasource.hikari.maximum-pool-size=140";

    private final Address address = Address.free();
    private final PlatformFixture platform = new PlatformFixture();
    private final MerchantFixture merchant = platform.merchant();
    private final KillStoryFixture tell = new KillStoryFixture(platform, merchant);
    private final Map<Order, Answer> promised = new LinkedHashMap<>();
    private ProcessFixture process;

    @BeforeEach
    void startTheVictim() throws InterruptedException {
        process = start("--tillhouse.recovery.pause=PT1H");
        merchant.signIn(process);
    }

    @AfterEach
    void stop() throws InterruptedException {
        platform.close();
    }

    private ProcessFixture start(String pause) throws InterruptedException {
        ProcessFixture started = platform.launch("killed", address, address, CONNECTIONS, pause);
        started.awaitReady();
        return started;
    }

    @Test
    void nothingIsLostOrDoneTwiceWhereverTheProcessDies() throws Exception {
        List<Plan> plans = plans();
        List<KillStory> stories = new ArrayList<>();
        for (int from = 0; from < plans.size(); from += CROWD) {
            List<KillStory> killed = plans.subList(from, Math.min(plans.size(), from + CROWD)).stream()
                    .map(plan -> tell.story(process, plan.deed(), plan.place(), plan.client()))
                    .toList();
            killDuring(killed);
            goOnAfter(killed);
            stories.addAll(killed);
        }
        platform.assertAllIsWell();
        merchant.signIn(process);
        promised.forEach(this::assertKept);
        stories.forEach(tell::assertEnd);
    }

    private record Plan(Deed deed, String place, Client client) {}

    private List<Plan> plans() throws InterruptedException {
        List<Plan> plans = new ArrayList<>();
        for (Deed deed : DEEDS) {
            List<String> places = placesOf(deed);
            System.out.println("kill -9 at " + deed + " " + places);
            for (String place : places) {
                for (Client client : Client.values()) {
                    plans.add(new Plan(deed, place, client));
                }
            }
        }
        return plans;
    }

    /** Where a request of this kind comes by; it is carried out. */
    private List<String> placesOf(Deed deed) throws InterruptedException {
        // the first one of a process opens the key's seal, which the others find open
        keep(tell.story(process, deed, "", Client.GIVES_UP).order(), "first");
        keep(tell.story(process, deed, "", Client.GIVES_UP).order(), deed.name());
        // the answer may be here before what was said on the way
        process.awaitLine("ENDED " + deed.name());
        List<String> passed = process.said("PASSED " + deed.name() + " ");
        List<String> all = passed.stream()
                .flatMap(place -> place.endsWith("-to-be-sent")
                        ? Stream.of(place, place.replace("-to-be-sent", AT_ANTOM))
                        : Stream.of(place))
                .toList();
        // before the intent, after it, bytes sent, answer read, committed
        assertThat(all.getFirst()).endsWith("-written");
        assertThat(all.indexOf("call-1-to-be-sent")).isGreaterThan(all.indexOf("transaction-1-committed"));
        assertThat(all).contains("call-1" + AT_ANTOM, "call-1-answered");
        assertThat(all.getLast()).endsWith("-committed");
        assertThat(all.indexOf("call-1-answered")).isLessThan(all.size() - 2);
        return all;
    }

    private void keep(Order order, String name) {
        Answer answer = merchant.walk(process, order, name);
        assertThat(answer.good()).as(answer.toString()).isTrue();
        promised.put(order, answer);
    }

    /** Lets each request come to its place, and kills. Those that Antom keeps waiting come last: they can't wait long. */
    private void killDuring(List<KillStory> stories) throws Exception {
        List<KillStory> inOrder = stories.stream()
                .sorted(Comparator.comparing(KillStory::atAntom))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> standing = new ArrayList<>();
            for (KillStory story : inOrder) {
                standing.add(standing(story, threads));
            }
            process.kill();
            platform.forget(process);
            for (Future<Answer> one : standing) {
                assertThat(one)
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(UncheckedIOException.class);
            }
        }
    }

    private Future<Answer> standing(KillStory story, ExecutorService threads) throws InterruptedException {
        String name = story.name();
        if (!story.atAntom()) {
            Future<Answer> answer =
                    threads.submit(() -> merchant.walkUntil(process, story.order(), name, story.place()));
            process.awaitLine("STANDS " + name + " " + story.place());
            return answer;
        }
        platform.antom().delayNext(story.call(), LATE_ANSWER);
        Future<Answer> answer = threads.submit(() -> merchant.walk(process, story.order(), name));
        await().atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> tell.doneAtAntom(story));
        return answer;
    }

    private void goOnAfter(List<KillStory> stories) throws InterruptedException {
        tell.noteIntentions(stories);
        process = start("--tillhouse.recovery.pause=PT0.2S");
        merchant.signIn(process);
        // leases are of the database's time, which can't be moved: they end here
        platform.truth()
                .sql("update idempotency_key set lease_until = clock_timestamp() where state = 'IN_FLIGHT'")
                .update();
        stories.stream()
                .filter(story -> story.client() == Client.REPEATS_AT_ONCE)
                .forEach(this::repeat);
        platform.pass(LEASES);
        stories.stream()
                .filter(story -> story.client() == Client.REPEATS_AFTER_RECOVERY)
                .forEach(this::repeat);
        payWhatCanBePaid();
        platform.pass(LEASES);
    }

    private void repeat(KillStory story) {
        Answer answer = merchant.post(process, story.order());
        assertThat(answer.good()).as("%s: %s", story, answer).isTrue();
        promised.put(story.order(), answer);
    }

    /** Buyers pay on every page that is still open at Antom, also on those that nobody was ever sent to. */
    private void payWhatCanBePaid() {
        platform.antom()
                .ledger(merchant.antomClientId())
                .path("payments")
                .valueStream()
                .filter(payment -> payment.path("status").asString().equals("OPEN"))
                .forEach(payment ->
                        platform.antom().pay(payment.path("payment_request_id").asString()));
    }

    /** I-4: what a client was told once it is told again, byte for byte, and the object is there. */
    private void assertKept(Order order, Answer first) {
        Answer again = merchant.post(process, order);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(again.replayed()).isTrue();
        Answer now = merchant.get(process, pathOf(first.at("/id")));
        assertThat(now.status()).as(now.toString()).isEqualTo(200);
        assertThat(now.at("/amount/value")).isEqualTo(first.at("/amount/value"));
        assertThat(now.at("/amount/currency")).isEqualTo(first.at("/amount/currency"));
    }

    private static String pathOf(String id) {
        String collection = switch (id.substring(0, 3)) {
            case "re_" -> "refunds/";
            case "cs_" -> "checkout/sessions/";
            default -> "payments/";
        };
        return "/v1/" + collection + id;
    }
}
