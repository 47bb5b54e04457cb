package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.client.Registration;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Antom, with its own ledger. It runs in this process: it is none of those that are killed. */
final class SandboxFixture implements AutoCloseable {
    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));

    String host() {
        return sandbox.httpBase().toString();
    }

    /** Answers Antom's public key for this client. */
    String register(String clientId, String publicKey) {
        return sandbox.register(new Registration(clientId, publicKey, "Shop", null, null))
                .antomPublicKey();
    }

    /** The buyer pays. */
    void pay(String payment) {
        Answer paid = tryToPay(payment);
        assertThat(paid.status()).as(paid.toString()).isEqualTo(200);
    }

    /** The buyer presses the button, which may not be there any more. */
    Answer tryToPay(String payment) {
        return control("POST", "/payments/" + payment + "/pay", "{}");
    }

    /** All it holds for a client. */
    JsonNode ledger(String clientId) {
        return control("GET", "/ledger?client_id=" + clientId, "").json();
    }

    /** What it holds of a payment. */
    JsonNode payment(String payment) {
        return control("GET", "/payments/" + payment, "").json();
    }

    /** The next call of this kind takes effect and is answered only after so long. */
    void delayNext(String api, Duration delay) {
        Answer armed = control(
                "POST",
                "/faults",
                "{\"api\":\"%s\",\"fault\":\"delay\",\"count\":1,\"delay\":\"%s\"}".formatted(api, delay));
        assertThat(armed.status()).as(armed.toString()).isEqualTo(200);
    }

    /** The next calls of this kind fail as named. */
    void failNext(String api, String fault, int count) {
        Answer armed = control(
                "POST", "/faults", "{\"api\":\"%s\",\"fault\":\"%s\",\"count\":%d}".formatted(api, fault, count));
        assertThat(armed.status()).as(armed.toString()).isEqualTo(200);
    }

    /** How many calls still wait for their fault. */
    int faultsWaiting() {
        return control("GET", "/faults", "").json().path("faults").size();
    }

    /** Lets time pass at Antom, and waits until all that fell due by it is done. */
    void advance(Duration by) {
        Answer moved = control("POST", "/clock", "{\"advance\":\"%s\"}".formatted(by));
        assertThat(moved.at("/settled")).as(moved.toString()).isEqualTo("true");
    }

    private Answer control(String method, String path, String body) {
        return HttpFixture.send(HttpRequest.newBuilder(URI.create(host() + "/control" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
