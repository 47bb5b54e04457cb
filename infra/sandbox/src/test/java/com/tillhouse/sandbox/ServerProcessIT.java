package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main program as a process of its own, killed without warning. */
class ServerProcessIT {

    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsAPaymentThatWasMadeBeforeItWasKilled() throws Exception {
        try (MerchantFixture merchant = new MerchantFixture()) {
            merchant.answersWith(503, "");
            Process first = start();
            URI before = address(first);
            register(before);
            open(before, merchant.notifyUrl());
            post(before + "/control/payments/P1/pay", "");
            first.destroyForcibly().waitFor();
            int told = merchant.received().size();
            merchant.answersWith(200, MerchantFixture.ACKNOWLEDGEMENT);

            Process second = start();
            URI after = address(second);
            post(after + "/control/clock", "{\"advance\":\"PT2M\"}");
            JsonNode payment = Json.parse(get(after + "/control/payments/P1"));
            second.destroyForcibly().waitFor();

            assertThat(payment.path("status").asString()).isEqualTo("SUCCESS");
            assertThat(payment.at("/notifications/0/acknowledged").asBoolean()).isTrue();
            assertThat(merchant.received()).hasSizeGreaterThan(told);
        }
    }

    @Test
    void keepsEveryRefundThatItAnsweredBeforeItWasKilled() throws Exception {
        try (MerchantFixture merchant = new MerchantFixture();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Process first = start();
            URI before = address(first);
            register(before);
            open(before, merchant.notifyUrl());
            post(before + "/control/payments/P1/pay", "");
            String paymentId = Json.parse(get(before + "/control/payments/P1"))
                    .path("payment_id")
                    .asString();
            Set<String> answered = ConcurrentHashMap.newKeySet();
            CountDownLatch many = new CountDownLatch(40);
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                String prefix = "R" + worker + "-";
                workers.add(threads.submit(() -> refundUntilItDies(before, paymentId, prefix, answered, many)));
            }
            assertThat(many.await(30, TimeUnit.SECONDS)).isTrue();
            first.destroyForcibly().waitFor();
            for (Future<?> worker : workers) {
                worker.get(30, TimeUnit.SECONDS);
            }

            Process second = start();
            JsonNode ledger = Json.parse(get(address(second) + "/control/ledger"));
            second.destroyForcibly().waitFor();
            List<String> kept = ledger.path("refunds")
                    .valueStream()
                    .map(refund -> refund.path("request_id").asString())
                    .toList();
            assertThat(kept).doesNotHaveDuplicates().containsAll(answered);
            assertThat(ledger.at("/totals/0/refunded").asInt()).isEqualTo(kept.size());
            assertThat(ledger.at("/payments/0/notifications").size()).isEqualTo(1 + kept.size());
        }
    }

    private @Nullable Void refundUntilItDies(
            URI base, String paymentId, String prefix, Set<String> answered, CountDownLatch many) throws Exception {
        for (int i = 0; i < 2000; i++) {
            String body = "{\"refundRequestId\":\"" + prefix + i + "\",\"paymentId\":\"" + paymentId
                    + "\",\"refundAmount\":{\"currency\":\"SGD\",\"value\":\"1\"}}";
            try {
                if (call(base, "refund", body).contains("\"resultCode\":\"SUCCESS\"")) {
                    answered.add(prefix + i);
                    many.countDown();
                }
            } catch (IOException killed) {
                return null;
            }
        }
        return null;
    }

    @Test
    void saysInASentenceWhatIsWrongWithItsSettings() throws Exception {
        Process process = command("-Dsandbox.http-port=many").start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.strip()).isEqualTo("sandbox.http-port must be a port from 0 to 65535, got many");
    }

    private Process start() throws IOException {
        return command("-Dsandbox.http-port=0", "-Dsandbox.https-port=0", "-Dsandbox.data-folder=" + folder)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessBuilder command(String... settings) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(settings));
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path")));
        builder.command().add(SandboxServer.class.getName());
        return builder;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Matcher matcher = ADDRESS.matcher(String.valueOf(out.readLine()));
        assertThat(matcher.find()).isTrue();
        return URI.create(matcher.group(1));
    }

    private void register(URI base) throws Exception {
        String key = RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPublic());
        post(base + "/control/clients", "{\"client_id\":\"C1\",\"merchant_public_key\":\"" + key + "\"}");
    }

    private void open(URI base, String notifyUrl) throws Exception {
        String body = SandboxFixture.sessionRequest("P1", notifyUrl).toString();
        assertThat(call(base, "createPaymentSession", body)).contains("\"resultCode\":\"SUCCESS\"");
    }

    private String call(URI base, String api, String body) throws Exception {
        String uri = SandboxFixture.PAYMENTS + api;
        HttpRequest request = SandboxFixture.request(uri, "C1", "1685599933871", body, SandboxFixture.MERCHANT_KEYS)
                .uri(URI.create(base + uri))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private void post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
