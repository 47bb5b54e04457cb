package com.tillhouse.core.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A merchant's server: keeps what it received, and answers as scripted, else 204. */
public final class ReceiverFixture implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final Semaphore arrivals = new Semaphore(0);
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public ReceiverFixture() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What one request gets back. */
    public interface Answer {
        void write(HttpExchange exchange) throws IOException;

        /** A status without a body. */
        static Answer of(int status) {
            return exchange -> exchange.sendResponseHeaders(status, -1);
        }

        /** A status with one header. */
        static Answer of(int status, String header, String value) {
            return exchange -> {
                exchange.getResponseHeaders().add(header, value);
                exchange.sendResponseHeaders(status, -1);
            };
        }

        /** A status with a body. */
        static Answer of(int status, byte[] body) {
            return exchange -> {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            };
        }
    }

    /** One request as it came; header names in lower case. */
    public record Received(String path, Map<String, List<String>> headers, String body) {
        public String id() {
            return headers.get("webhook-id").getFirst();
        }
    }

    /** Answers the next requests so, in this order. */
    public ReceiverFixture then(Answer... answers) {
        script.addAll(List.of(answers));
        return this;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits for so many requests more; false when they do not come in time. */
    public boolean awaitMore(int requests, Duration atMost) throws InterruptedException {
        return arrivals.tryAcquire(requests, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestURI().getPath(), headers, body));
            arrivals.release();
            Answer next = script.poll();
            (next == null ? Answer.of(204) : next).write(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
