package com.tillhouse.core.webhook.domain;

import java.time.Instant;

/** A message as it leaves: Standard Webhooks' id, time and signature beside the body. */
public record SignedWebhook(String url, String id, Instant at, String signature, String body) {}
