package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What tests of refunds, cancels and attempts share: payments to act on, and the sandbox's own ledger to compare with. */
abstract class MoneyContract extends ApiContract {
    static final int CROWD = 20;

    @Autowired
    CountedGateways.Refunds refundCalls;

    @Autowired
    CountedGateways.Cancels cancelCalls;

    /** An open session of this many cents; answers its payment. */
    String opened(String token, long value) {
        Answer opened = open(token, order("ORDER").replace("6000", Long.toString(value)));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.at("/payments/0/id");
    }

    /** A payment of this many cents that the buyer has paid. */
    String paid(String token, long value) {
        String payment = opened(token, value);
        buyer(payment, "pay");
        Answer synced = post(token, "/v1/payments/" + payment + "/sync", "k", "");
        assertThat(synced.at("/status")).as(synced.toString()).isEqualTo("succeeded");
        return payment;
    }

    Answer payment(String token, String id) {
        return get(token, "/v1/payments/" + id);
    }

    Answer refund(String token, String payment, String body) {
        return refund(token, payment, UUID.randomUUID().toString(), body);
    }

    Answer refund(String token, String payment, String key, String body) {
        return post(token, "/v1/payments/" + payment + "/refunds", key, body);
    }

    Answer cancel(String token, String payment, String key) {
        return post(token, "/v1/payments/" + payment + "/cancel", key, "");
    }

    /** So many dollars' worth of cents as a request's body. */
    static String sgd(long value) {
        return "{\"amount\":{\"currency\":\"SGD\",\"value\":%d}}".formatted(value);
    }

    /** The payment in the sandbox's own ledger. */
    static JsonNode atSandbox(String payment) {
        return control("GET", "/payments/" + payment, "").json();
    }

    /** The sum of succeeded refunds in the sandbox's own ledger. */
    static long refundedAtSandbox(String payment) {
        return atSandbox(payment)
                .at("/refunds")
                .valueStream()
                .filter(refund -> refund.at("/status").asString().equals("SUCCESS"))
                .mapToLong(refund -> Long.parseLong(refund.at("/amount/value").asString()))
                .sum();
    }

    static Answer control(String method, String path, String body) {
        Answer done = send(HttpRequest.newBuilder(URI.create(SANDBOX.httpBase() + "/control" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        return done;
    }

    /** Lets the next calls of this kind for the payment end so. */
    static void fault(String api, String fault, String payment, int count) {
        control(
                "POST",
                "/faults",
                "{\"api\":\"%s\",\"fault\":\"%s\",\"count\":%d,\"paymentRequestId\":\"%s\"}"
                        .formatted(api, fault, count, payment));
    }

    /** Does it from twenty threads at once. */
    static List<Answer> crowd(IntFunction<Answer> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return call.apply(number);
                }));
            }
            start.countDown();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("/code")).as(answer.toString()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
