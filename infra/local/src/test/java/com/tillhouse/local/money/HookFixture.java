package com.tillhouse.local.money;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.domain.WebhookSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A merchant's receiver of webhooks, which believes only what one of its secrets signed. */
final class HookFixture implements AutoCloseable {
    final Set<String> received = ConcurrentHashMap.newKeySet();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private volatile WebhookSecret secret = WebhookSecret.fresh();

    HookFixture() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks";
    }

    /** From now on it believes this one alone. */
    void believe(WebhookSecret only) {
        secret = only;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        Instant at = Instant.ofEpochSecond(
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")));
        List<String> signatures = Arrays.asList(
                exchange.getRequestHeaders().getFirst("webhook-signature").split(" "));
        boolean genuine = signatures.contains(WebhookSignature.of(id, at, body, List.of(secret)));
        (genuine ? received : refused).add(id);
        exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
