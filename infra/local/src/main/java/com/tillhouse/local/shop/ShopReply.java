package com.tillhouse.local.shop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the shop answers. */
record ShopReply(int status, Map<String, String> headers, byte[] body) {
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    static ShopReply page(int status, String html) {
        return new ShopReply(
                status,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "Content-Security-Policy", PAGE_POLICY),
                html.getBytes(StandardCharsets.UTF_8));
    }

    static ShopReply json(String json) {
        return new ShopReply(
                200,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    static ShopReply asset(String type, byte[] bytes) {
        return new ShopReply(200, Map.of("Content-Type", type, "Cache-Control", "max-age=300"), bytes);
    }

    /** Sends the browser on with a GET. The address is not touched: Tillhouse and Antom count on every byte of it. */
    static ShopReply seeOther(String address) {
        return new ShopReply(303, Map.of("Location", address, "Cache-Control", "no-store"), new byte[0]);
    }

    static ShopReply empty(int status) {
        return new ShopReply(status, Map.of(), new byte[0]);
    }

    static ShopReply notFound() {
        return page(404, ShopPages.notFound());
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
