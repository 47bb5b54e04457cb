package com.tillhouse.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A merchant's server that takes notifications and answers as it is told. */
public final class MerchantFixture implements AutoCloseable {

    public static final String ACKNOWLEDGEMENT =
            "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\",\"resultMessage\":\"success\"}}";

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String reply = ACKNOWLEDGEMENT;

    /** A request as it arrived. */
    public record Received(String uri, String clientId, String requestTime, String signature, String body) {

        boolean isSignedBy(PublicKey key) {
            SignatureHeader header = SignatureHeader.parse(signature);
            return RsaKeys.verify(new SignedContent(uri, clientId, requestTime, body), header.signature(), key);
        }
    }

    public MerchantFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    public String notifyUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/antom/notify?route=m%201&x=+";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public void answersWith(int newStatus, String newReply) {
        status = newStatus;
        reply = newReply;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("client-id"),
                exchange.getRequestHeaders().getFirst("Request-Time"),
                exchange.getRequestHeaders().getFirst("Signature"),
                body));
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
