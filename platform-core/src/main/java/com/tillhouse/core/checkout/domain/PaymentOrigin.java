package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.checkout.domain.page.CaptureMode;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;

/**
 * What a payment is made with and never changes.
 *
 * @param captureMode who takes the money once the buyer has paid
 */
public record PaymentOrigin(
        TenantId tenant,
        String id,
        String sessionId,
        String gatewayAccountId,
        Mode mode,
        Money amount,
        CaptureMode captureMode,
        Instant createdAt) {}
