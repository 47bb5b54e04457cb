package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something was done.
 *
 * @param kind {@code api_client}, {@code member}, {@code notification} or {@code recovery}
 * @param id the API client, the person, the notification, or the object that recovery looked after
 * @param requestId the {@code Request-Id} of the API call
 */
public record TrailActor(String kind, String id, @Nullable String requestId) {}
