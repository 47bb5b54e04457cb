package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.local.money.MerchantFixture.Order;
import com.tillhouse.local.money.PlatformFixture.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one database, as behind a load balancer, and every race between them. What is opened by one is notified to the other. More or fewer rounds than 200
 * by {@code -Dmoney.process.rounds=…}.
 */
class TwoProcessesIT {
    private static final int ROUNDS = Integer.getInteger("money.process.rounds", 200);
    private static final int RACES = Math.max(1, ROUNDS / 4);
    private static final int CROWD = 50;
    private static final int EQUALS = 100;

    private static PlatformFixture platform;
    private static ProcessFixture one;
    private static ProcessFixture other;

    private MerchantFixture merchant;

    @BeforeAll
    static void startBoth() throws InterruptedException {
        platform = new PlatformFixture();
        Address first = Address.free();
        Address second = Address.free();
        one = platform.launch("one", first, second);
        other = platform.launch("other", second, first);
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void stopBoth() throws InterruptedException {
        platform.close();
    }

    @BeforeEach
    void signIn() {
        merchant = platform.merchant();
        merchant.signIn(one);
    }

    @AfterEach
    void allIsWell() throws InterruptedException {
        platform.assertAllIsWell();
    }

    private static ProcessFixture process(int number) {
        return number % 2 == 0 ? one : other;
    }

    @Test
    void acceptsOneOfFiftyRefundsOfSixtyOnAHundred() throws InterruptedException {
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            String payment = platform.paid(process(round), merchant);
            List<Callable<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                int number = i;
                asked.add(() -> merchant.post(process(number), Order.refund(payment, 60)));
            }
            List<Answer> answers = HttpFixture.atOnce(asked);
            List<Answer> accepted = answers.stream().filter(Answer::good).toList();
            assertThat(accepted).as("round %d", round).hasSize(1);
            assertThat(accepted.getFirst().status()).isEqualTo(201);
            assertThat(answers.stream().filter(answer -> !answer.good()))
                    .as("round %d", round)
                    .allSatisfy(TwoProcessesIT::assertRefused);
            assertThat(platform.figures(payment)).isEqualTo("100 0 60");
            assertThat(refundsAtAntom(payment))
                    .containsExactly(accepted.getFirst().at("/id") + " 6000 SUCCESS");
        }
        System.out.printf(
                "money.process.rounds=%d: %d refunds asked over two processes in %d s%n",
                ROUNDS,
                ROUNDS * CROWD,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** The figures are those of the moment: the one refund is reserved or has succeeded. */
    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("refund_exceeds_available");
        assertThat(answer.at("/captured/value")).as(answer.toString()).isEqualTo("10000");
        assertThat(answer.at("/available/value")).as(answer.toString()).isEqualTo("4000");
        assertThat(answer.json().at("/refunded/value").asLong()
                        + answer.json().at("/reserved/value").asLong())
                .as(answer.toString())
                .isEqualTo(6000);
    }

    private static List<String> refundsAtAntom(String payment) {
        return platform.antom()
                .payment(payment)
                .path("refunds")
                .valueStream()
                .map(refund -> refund.path("request_id").asString() + " "
                        + refund.at("/amount/value").asString() + " "
                        + refund.path("status").asString())
                .toList();
    }

    @Test
    void opensOneSessionForAHundredEqualRequests() throws InterruptedException {
        Order order = platform.opening();
        List<Answer> answers = allAnswered(order);
        assertOneEffect(answers, 201);
        assertThat(platform.antom().ledger(merchant.antomClientId()).path("payments"))
                .hasSize(1);
        assertReused(order.withBody(order.body().replace("10000", "20000")));
        platform.antom().pay(answers.getFirst().at("/payments/0/id"));
    }

    @Test
    void refundsOnceForAHundredEqualRequests() throws InterruptedException {
        String payment = platform.paid(one, merchant);
        Order order = Order.refund(payment, 60);
        List<Answer> answers = allAnswered(order);
        assertOneEffect(answers, 201);
        assertThat(refundsAtAntom(payment)).containsExactly(answers.getFirst().at("/id") + " 6000 SUCCESS");
        assertThat(platform.figures(payment)).isEqualTo("100 0 60");
        assertReused(order.withBody("{\"amount\":{\"currency\":\"SGD\",\"value\":1000}}"));
    }

    @Test
    void cancelsOnceForAHundredEqualRequests() throws InterruptedException {
        String payment = platform.paid(one, merchant);
        Order order = Order.cancel(payment);
        List<Answer> answers = allAnswered(order);
        assertOneEffect(answers, 200);
        assertThat(platform.antom().payment(payment).path("status").asString()).isEqualTo("CANCELLED");
        // a cancel has no body: what it means is its payment
        Order foreign = Order.cancel(platform.opened(other, merchant));
        assertReused(new Order(foreign.path(), order.key(), ""));
    }

    /** Sends the same request a hundred times at once, and those that were told to wait again until they are answered. */
    private List<Answer> allAnswered(Order order) throws InterruptedException {
        return HttpFixture.atOnce(IntStream.range(0, EQUALS)
                .mapToObj(number -> (Callable<Answer>) () -> answered(order, number))
                .toList());
    }

    private Answer answered(Order order, int number) {
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> merchant.post(process(number), order), TwoProcessesIT::isAnswer);
    }

    /** False for what may come in the place of an answer: that somebody else is at it, or all are busy, and when to come again. */
    private static boolean isAnswer(Answer answer) {
        boolean busy = answer.status() == 503
                || answer.status() == 409 && answer.at("/code").equals("idempotency_key_in_flight");
        if (!busy) {
            return true;
        }
        assertThat(answer.header("Retry-After")).as(answer.toString()).matches("[1-9][0-9]*");
        return false;
    }

    private static void assertOneEffect(List<Answer> answers, int status) {
        assertThat(answers).hasSize(EQUALS).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.http().body()).isEqualTo(answers.getFirst().http().body());
        });
        assertThat(answers.stream().filter(answer -> !answer.replayed())).hasSize(1);
    }

    private void assertReused(Order order) {
        for (ProcessFixture process : List.of(one, other)) {
            Answer answer = merchant.post(process, order);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.at("/code")).isEqualTo("idempotency_key_reused");
        }
    }

    @Test
    void cancelsAgainstTheNewsOfASuccess() throws InterruptedException {
        for (int round = 0; round < RACES; round++) {
            ProcessFixture canceling = process(round);
            // half of the notifications come in where the cancel is, half at the other process
            String payment = platform.opened(process(round / 2), merchant);
            List<Answer> answers = HttpFixture.atOnce(List.of(
                    () -> merchant.post(canceling, Order.cancel(payment)),
                    () -> platform.antom().tryToPay(payment)));
            assertThat(answers.getFirst().status())
                    .as(answers.getFirst().toString())
                    .isEqualTo(200);
            assertThat(answers.getFirst().at("/status")).isEqualTo("canceled");
            assertThat(platform.antom().payment(payment).path("status").asString())
                    .isEqualTo("CANCELLED");
        }
    }

    @Test
    void eitherRefundsOrCancels() throws InterruptedException {
        int canceled = 0;
        for (int round = 0; round < RACES; round++) {
            int number = round;
            String payment = platform.paid(process(round / 2), merchant);
            List<Answer> answers = HttpFixture.atOnce(List.of(
                    () -> merchant.post(process(number), Order.cancel(payment)),
                    () -> merchant.post(process(number + 1), Order.refund(payment, 60))));
            boolean wasCanceled = platform.status(payment).equals("CANCELED");
            canceled += wasCanceled ? 1 : 0;
            assertThat(platform.figures(payment)).isEqualTo(wasCanceled ? "100 0 0" : "100 0 60");
            assertThat(answers.get(wasCanceled ? 0 : 1).good())
                    .as(answers.toString())
                    .isTrue();
            assertThat(answers.get(wasCanceled ? 1 : 0).status())
                    .as(answers.toString())
                    .isEqualTo(409);
        }
        System.out.printf("refund against cancel: %d of %d were cancelled%n", canceled, RACES);
    }
}
