package com.tillhouse.local.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of the tenant API as the shop calls, with a record of what it was asked. */
final class TenantApiFixture implements AutoCloseable {
    static final String PAGE = "http://localhost:8090/page?sessionData=a%2Bb+c/=%7E&x=%20";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final AtomicInteger tokens = new AtomicInteger();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<JsonNode> sessions = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    TenantApiFixture() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/token", exchange -> {
            tokens.incrementAndGet();
            answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":600}");
        });
        server.createContext("/v1/checkout/sessions", this::open);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    int tokensGiven() {
        return tokens.get();
    }

    List<String> keys() {
        return keys;
    }

    List<JsonNode> sessions() {
        return sessions;
    }

    String lastSession() {
        return "cs_" + sessions.size();
    }

    void refuse() {
        refusing = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void open(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        sessions.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        if (refusing) {
            answer(exchange, 422, "{\"title\":\"problem\"}");
        } else {
            answer(exchange, 201, "{\"id\":\"%s\",\"url\":\"%s\"}".formatted(lastSession(), PAGE));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
