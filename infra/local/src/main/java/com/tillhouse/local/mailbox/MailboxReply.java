package com.tillhouse.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the mailbox answers. */
record MailboxReply(int status, String type, String policy, String body) {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";
    /** A mail runs nothing and fetches nothing; its links open in the whole window. */
    private static final String MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; sandbox allow-top-navigation-by-user-activation";

    static MailboxReply page(String html) {
        return new MailboxReply(200, HTML, PAGE, html);
    }

    static MailboxReply body(String html) {
        return new MailboxReply(200, HTML, MAIL, html);
    }

    static MailboxReply json(String json) {
        return new MailboxReply(200, "application/json", PAGE, json);
    }

    static MailboxReply notFound() {
        return new MailboxReply(404, HTML, PAGE, MailboxPages.notFound());
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
