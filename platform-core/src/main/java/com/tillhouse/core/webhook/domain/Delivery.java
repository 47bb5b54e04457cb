package com.tillhouse.core.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One event on its way to one endpoint, claimed and ready to be tried.
 *
 * @param eventId the same on every attempt; merchants tell duplicates by it
 * @param url where it goes now: the endpoint's present URL, or the session's own
 * @param tries attempts already recorded
 * @param secrets the endpoint's live secrets, newest first
 */
public record Delivery(
        DeliveryClaim claim,
        String eventId,
        String url,
        String body,
        int tries,
        boolean endpointDisabled,
        List<WebhookSecret> secrets) {
    private static final int GONE = 410;

    public Delivery {
        secrets = List.copyOf(secrets);
    }

    /** The message to send at this moment, signed. */
    public SignedWebhook sign(Instant at) {
        return new SignedWebhook(url, eventId, at, WebhookSignature.of(eventId, at, body, secrets), body);
    }

    /** What an attempt with this answer, finished at {@code now}, means for the delivery. */
    public DeliveryOutcome judge(Attempt attempt, RetrySchedule schedule, Instant now) {
        if (attempt.delivered()) {
            return new DeliveryOutcome.Delivered(now);
        }
        if (attempt.status() == GONE) {
            return new DeliveryOutcome.Gone(now);
        }
        return schedule.after(tries + 1, attempt.retryAfter())
                .<DeliveryOutcome>map((Duration wait) -> new DeliveryOutcome.Again(now.plus(wait)))
                .orElseGet(DeliveryOutcome.Failed::new);
    }
}
