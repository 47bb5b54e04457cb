package com.tillhouse.local.money;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A door in front of Antom that counts the inquiries that come through it in every second. What is signed is the path, so nothing else changes. */
final class CountedDoor implements AutoCloseable {
    /** The JDK's client sets these itself. */
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final HttpServer server;
    private final String antom;
    private final ConcurrentSkipListMap<Long, LongAdder> inquiries = new ConcurrentSkipListMap<>();

    CountedDoor(String antom) {
        this.antom = antom;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String host() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/inquiryPayment")) {
            inquiries
                    .computeIfAbsent(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()), second -> new LongAdder())
                    .increment();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(antom + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            if (!OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                header.getValue().forEach(value -> request.header(header.getKey(), value));
            }
        }
        Answer answer = HttpFixture.send(request);
        answer.http().headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("transfer-encoding")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.http().body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Inquiries so far. */
    long total() {
        return inquiries.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The most inquiries that came in any so many seconds in a row. */
    long most(int seconds) {
        return inquiries.keySet().stream()
                .mapToLong(from -> inquiries.subMap(from, from + seconds).values().stream()
                        .mapToLong(LongAdder::sum)
                        .sum())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
