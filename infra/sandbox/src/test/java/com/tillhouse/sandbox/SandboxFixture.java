package com.tillhouse.sandbox;

import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox on free ports with one merchant, and the calls that merchant makes. */
public final class SandboxFixture implements AutoCloseable {

    public static final String CLIENT = "CLIENT_5X0001";
    public static final String PAYMENTS = "/ams/api/v1/payments/";
    public static final KeyPair MERCHANT_KEYS = RsaKeys.generate();

    public final MovableClock clock = new MovableClock();
    public final MerchantFixture merchant;
    public final RegisteredKey registered;
    public final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private Sandbox sandbox;

    public SandboxFixture() throws IOException {
        this(UnaryOperator.identity());
    }

    public SandboxFixture(UnaryOperator<SandboxSettings> change) throws IOException {
        merchant = new MerchantFixture();
        sandbox = Sandbox.start(change.apply(settings()));
        registered = sandbox.register(
                new Registration(CLIENT, RsaKeys.encode(MERCHANT_KEYS.getPublic()), "Kopi & Co", null, null));
    }

    /** Stops the sandbox and starts another on the same data folder. */
    public void restart(Path folder) {
        sandbox.close();
        sandbox = Sandbox.start(settings().withDataFolder(folder));
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** A signed call of one of the payment APIs. */
    public HttpResponse<String> call(String api, String body) throws Exception {
        return send(PAYMENTS + api, request(PAYMENTS + api, CLIENT, "1685599933871", body, MERCHANT_KEYS));
    }

    public HttpResponse<String> send(String uri, HttpRequest.Builder request) throws Exception {
        return http.send(request.uri(URI.create(sandbox.httpBase() + uri)).build(), BodyHandlers.ofString());
    }

    public static HttpRequest.Builder request(String uri, String client, String time, String body, KeyPair keys) {
        String signature = RsaKeys.sign(new SignedContent(uri, client, time, body), keys.getPrivate());
        return unsigned(body)
                .header("client-id", client)
                .header("request-time", time)
                .header("signature", new SignatureHeader(1, signature).format());
    }

    public static HttpRequest.Builder unsigned(String body) {
        return HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body));
    }

    /** Opens a session and returns the answer. */
    public JsonNode open(String paymentRequestId) throws Exception {
        return Json.parse(
                call("createPaymentSession", sessionRequest(paymentRequestId).toString())
                        .body());
    }

    public JsonNode inquire(String paymentRequestId) throws Exception {
        String body = "{\"paymentRequestId\":\"" + paymentRequestId + "\"}";
        return Json.parse(call("inquiryPayment", body).body());
    }

    /** The smallest request that is complete, with this merchant's notify address. */
    public ObjectNode sessionRequest(String paymentRequestId) {
        return sessionRequest(paymentRequestId, merchant.notifyUrl());
    }

    public static ObjectNode sessionRequest(String paymentRequestId, String notifyUrl) {
        ObjectNode request = (ObjectNode) Json.parse("""
                {"productCode":"CASHIER_PAYMENT","productScene":"CHECKOUT_PAYMENT",
                 "order":{"referenceOrderId":"ORDER-1","orderDescription":"Two cups of kopi",
                   "orderAmount":{"currency":"SGD","value":"6000"},
                   "goods":[{"referenceGoodsId":"G1","goodsName":"Kopi <O>","goodsQuantity":"2",
                             "goodsUnitAmount":{"currency":"SGD","value":"3000"}}]},
                 "paymentAmount":{"currency":"SGD","value":"6000"},
                 "settlementStrategy":{"settlementCurrency":"SGD"},
                 "paymentRedirectUrl":"https://shop.example/back?a=1&&b=%20+x=="}
                """);
        request.put("paymentRequestId", paymentRequestId);
        request.put("paymentNotifyUrl", notifyUrl);
        return request;
    }

    /** A call of the control API that must succeed. */
    public JsonNode control(String method, String path, String body) throws Exception {
        HttpResponse<String> response = tryControl(method, path, body);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    method + " " + path + " answered " + response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body());
    }

    public HttpResponse<String> tryControl(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send("/control" + path, request);
    }

    /** Lets everything that is due by the sandbox's clock happen. */
    public void settle() throws Exception {
        advance("PT0S");
    }

    public void advance(String duration) throws Exception {
        JsonNode face = control("POST", "/clock", "{\"advance\":\"" + duration + "\"}");
        if (!face.path("settled").asBoolean()) {
            throw new AssertionError("The sandbox did not settle");
        }
    }

    public JsonNode payment(String paymentRequestId) throws Exception {
        return control("GET", "/payments/" + paymentRequestId, "");
    }

    @Override
    public void close() {
        sandbox.close();
        merchant.close();
        http.close();
    }

    private SandboxSettings settings() {
        return SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0).withClock(clock);
    }
}
