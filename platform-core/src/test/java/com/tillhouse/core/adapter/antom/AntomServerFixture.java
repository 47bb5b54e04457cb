package com.tillhouse.core.adapter.antom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server that answers as Antom must not. Remembers what it was asked. */
public final class AntomServerFixture implements AutoCloseable {
    public static final String TIME = "2026-11-22T12:00:00+08:00";

    private static final KeyPair ANTOM = AntomFixture.keys();
    public final KeyPair keys = ANTOM;
    public final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Answering answering = call -> call.reply(500, "", Map.of());

    public AntomServerFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** What came in. */
    public record Asked(String path, Map<String, List<String>> headers, String body) {}

    /** How to answer. */
    public interface Answering {
        void answer(Call call) throws IOException;
    }

    public void answers(Answering next) {
        answering = next;
    }

    public void says(String json) {
        answering = call -> call.signed(json);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
        try (exchange) {
            answering.answer(new Call(exchange, keys.getPrivate()));
        }
    }

    /** One call to be answered. */
    public record Call(HttpExchange exchange, PrivateKey key) {

        public void signed(String json) throws IOException {
            signedBy(key, json);
        }

        public void signedBy(PrivateKey signer, String json) throws IOException {
            reply(200, json, Map.of("signature", header(signature(signer, json)), "response-time", TIME));
        }

        public String signature(PrivateKey signer, String json) {
            return sign(
                    signer,
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("client-id"),
                    TIME,
                    json);
        }

        public void reply(int status, String body, Map<String, String> headers) throws IOException {
            reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        public void reply(int status, byte[] body, Map<String, String> headers) throws IOException {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    public static String header(String signature) {
        return "algorithm=RSA256,keyVersion=1,signature=" + signature;
    }

    public static String sign(PrivateKey signer, String path, String clientId, String time, String body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer);
            signature.update(
                    ("POST " + path + "\n" + clientId + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return URLEncoder.encode(Base64.getEncoder().encodeToString(signature.sign()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
