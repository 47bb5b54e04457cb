package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.gateway.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdempotencyIT extends ApiContract {

    @Test
    void givesTheSameBytesAgainForTheSameMeaning() {
        String token = token(shop());
        Answer first = post(token, SESSIONS, "key", order("SAME"));
        Answer again = post(token, SESSIONS, "key", order("SAME"));
        String reordered = """
                { "redirect_url" : "https:\\/\\/shop.example/return", "goods": [], "buyer": null,
                  "description":"Cappuccino", "amount":{"value":6000,"currency":"SGD"}, "order_reference":"S\\u0041ME" }""";
        Answer rewritten = post(token, SESSIONS, "key", reordered);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        for (Answer replay : List.of(again, rewritten)) {
            assertThat(replay.status()).as(replay.toString()).isEqualTo(201);
            assertThat(replay.bytes()).isEqualTo(first.bytes());
            assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(replay.header("Content-Type")).isEqualTo("application/json");
        }
        assertThat(get(token, SESSIONS).json().at("/data").size()).isEqualTo(1);
    }

    @Test
    void refusesAnotherMeaningUnderTheSameKey() {
        String token = token(shop());
        post(token, SESSIONS, "key", order("ONE"));
        Answer other = post(token, SESSIONS, "key", order("ONE").replace("6000", "6001"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    void keepsKeysOfTenantsApart() {
        assertThat(post(token(shop()), SESSIONS, "shared", order("A")).status()).isEqualTo(201);
        assertThat(post(token(shop()), SESSIONS, "shared", order("B")).status()).isEqualTo(201);
    }

    @Test
    void opensOnePageForTwentyRequestsAtOnce() throws Exception {
        String token = token(shop());
        int before = gateway.openings();
        List<Answer> answers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return post(token, SESSIONS, "race", order("RACE"));
                }));
            }
            start.countDown();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        assertThat(gateway.openings()).isEqualTo(before + 1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(post(token, SESSIONS, "race", order("RACE")).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(get(token, SESSIONS).json().at("/data").size()).isEqualTo(1);
    }

    @Test
    void saysInFlightWhileTheFirstIsRunning() throws Exception {
        String token = token(shop());
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        gateway.nextOpening(payment -> {
            asked.countDown();
            try {
                assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return SwitchGateway.declined();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> post(token, SESSIONS, "slow", order("SLOW")));
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            Answer second = post(token, SESSIONS, "slow", order("SLOW"));
            goOn.countDown();
            assertThat(second.status()).as(second.toString()).isEqualTo(409);
            assertThat(second.at("/code")).isEqualTo("idempotency_key_in_flight");
            assertThat(second.header("Retry-After")).isEqualTo("2");
            assertThat(first.get().status()).isEqualTo(422);
        }
    }

    @Test
    void replaysARefusalOfTheProvider() {
        String token = token(shop());
        gateway.nextOpening(payment -> SwitchGateway.declined());
        Answer declined = post(token, SESSIONS, "no", order("NO"));
        assertThat(declined.status()).as(declined.toString()).isEqualTo(422);
        assertThat(declined.at("/code")).isEqualTo("declined_by_provider");
        assertThat(declined.at("/provider/result_code")).isEqualTo("PARAM_ILLEGAL");
        assertThat(declined.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(get(token, SESSIONS + "/" + declined.at("/checkout_session")).at("/payments/0/status"))
                .isEqualTo("failed");
        Answer again = post(token, SESSIONS, "no", order("NO"));
        assertThat(again.bytes()).isEqualTo(declined.bytes());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void namesTheSessionToPollWhenTheOutcomeIsUnknown() {
        String token = token(shop());
        undetermined(token, Outcome.Reason.NO_ANSWER, 504, "gateway_timeout");
        undetermined(token, Outcome.Reason.SAID_UNKNOWN, 504, "gateway_timeout");
        undetermined(token, Outcome.Reason.FORGED, 502, "gateway_answer_unusable");
        undetermined(token, Outcome.Reason.UNREADABLE, 502, "gateway_answer_unusable");
    }

    private void undetermined(String token, Outcome.Reason reason, int status, String code) {
        gateway.nextOpening(payment -> SwitchGateway.lost(reason));
        gateway.nextOpening(payment -> SwitchGateway.lost(reason));
        Answer unknown = post(token, SESSIONS, reason.name(), order(reason.name()));
        assertThat(unknown.status()).as(unknown.toString()).isEqualTo(status);
        assertThat(unknown.at("/code")).isEqualTo(code);
        assertThat(unknown.json().at("/retryable").asBoolean()).isTrue();
        String session = unknown.at("/checkout_session");
        assertThat(get(token, SESSIONS + "/" + session).status()).isEqualTo(200);
        Answer again = post(token, SESSIONS, reason.name(), order(reason.name()));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.at("/id")).isEqualTo(session);
    }
}
