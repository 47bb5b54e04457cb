package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.Mode;

/**
 * What makes two requests the same: who asks, for what, under which key.
 *
 * @param clientId the API client, so that two clients of one tenant never meet
 * @param operation the route, such as {@code POST /v1/checkout/sessions}
 * @param key as the caller sent it, 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(Mode mode, String clientId, String operation, String key) {}
