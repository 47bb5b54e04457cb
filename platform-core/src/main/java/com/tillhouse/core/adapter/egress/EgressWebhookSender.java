package com.tillhouse.core.adapter.egress;

import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.SignedWebhook;
import com.tillhouse.core.webhook.port.WebhookSender;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard Webhooks over HTTP. */
final class EgressWebhookSender implements WebhookSender {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private final EgressClient client;
    private final UrlPolicy urls;

    EgressWebhookSender(EgressClient client, UrlPolicy urls) {
        this.client = client;
        this.urls = urls;
    }

    @Override
    public Attempt send(SignedWebhook message) {
        long started = System.nanoTime();
        Optional<UrlPolicy.Refusal> refusal = urls.refusalOfForm(message.url());
        EgressAnswer answer = refusal.isPresent()
                ? EgressAnswer.failed(refusal.get().code())
                : client.post(URI.create(message.url()), headers(message), message.body());
        return new Attempt(
                message.url(),
                message.at(),
                Duration.ofNanos(System.nanoTime() - started),
                answer.status(),
                answer.error(),
                Excerpt.of(answer.head()),
                retryAfter(answer, message.at()));
    }

    private static Map<String, String> headers(SignedWebhook message) {
        return Map.of(
                "User-Agent", "Tillhouse-Webhooks/1",
                "webhook-id", message.id(),
                "webhook-timestamp", Long.toString(message.at().getEpochSecond()),
                "webhook-signature", message.signature());
    }

    private static @Nullable Duration retryAfter(EgressAnswer answer, Instant now) {
        boolean honoured = answer.status() == TOO_MANY_REQUESTS || answer.status() == UNAVAILABLE;
        return honoured && answer.retryAfter() != null ? RetryAfter.parse(answer.retryAfter(), now) : null;
    }
}
