package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One merchant's Antom hangs: the others do not notice, and nothing of its own is taken for failed. */
class HangingMerchantIT extends ApiContract {
    private static final int CALLS = 60;
    private static final Duration NORMAL = Duration.ofSeconds(4);

    @AfterEach
    void heal() {
        send(HttpRequest.newBuilder(URI.create(SANDBOX.httpBase() + "/control/faults"))
                .DELETE());
    }

    @Test
    void leavesOthersTheirCapacityAndTheMoneyAsItWas() throws Exception {
        String hanging = token(shop());
        String other = token(shop());
        String payment = open(hanging, order("HANGS")).at("/payments/0/id");
        hang(payment);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                asked.add(threads.submit(() -> sync(hanging, payment)));
            }
            while (asked.stream().noneMatch(Future::isDone)) {
                assertOpensQuickly(other);
            }
            for (int i = 0; i < 10; i++) {
                assertOpensQuickly(other);
            }
            for (Future<Answer> one : asked) {
                Answer answer = one.get(60, TimeUnit.SECONDS);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                assertThat(answer.at("/status")).isEqualTo("open");
            }
        }
        refusesToBeginAnythingNew(hanging);
        assertThat(get(hanging, "/v1/payments/" + payment).at("/status")).isEqualTo("open");

        heal();
        clock.advance(Duration.ofSeconds(60));
        assertThat(sync(hanging, payment).at("/status")).isEqualTo("open");
        assertThat(open(hanging, order("NEW")).status()).isEqualTo(201);
    }

    /** Nothing is sent and nothing is kept: the same key is good for the same request later, and for any other too. */
    private void refusesToBeginAnythingNew(String hanging) {
        String key = UUID.randomUUID().toString();
        Answer refused = post(hanging, SESSIONS, key, order("NEVER"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.at("/code")).isEqualTo("gateway_unavailable");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(1, 20);
        assertThat(post(hanging, SESSIONS, key, order("OTHER")).status()).isEqualTo(503);
        assertThat(get(hanging, SESSIONS + "?order_reference=NEVER").json().at("/data"))
                .isEmpty();
    }

    private void assertOpensQuickly(String token) {
        Instant began = clock.instant();
        Answer opened = open(token, order("OTHER"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(Duration.between(began, clock.instant())).isLessThan(NORMAL);
    }

    private Answer sync(String token, String payment) {
        return send(to("/v1/payments/" + payment + "/sync")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static void hang(String payment) {
        String fault = """
                {"api":"inquiryPayment","fault":"delay","count":%d,"paymentRequestId":"%s","delay":"PT20S"}""".formatted(CALLS * 2, payment);
        Answer set = send(HttpRequest.newBuilder(URI.create(SANDBOX.httpBase() + "/control/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fault)));
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
    }
}
