package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout session is opened with and never changes.
 *
 * @param orderReference the merchant's own order number; not unique
 * @param redirectUrl where the buyer's browser returns to
 * @param notifyUrl this session's own webhook address
 */
public record SessionOrigin(
        TenantId tenant,
        String id,
        Mode mode,
        String orderReference,
        Money amount,
        OrderDetails details,
        String redirectUrl,
        @Nullable String notifyUrl,
        Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt) {}
