package com.tillhouse.core.capture.domain;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;

/**
 * What a capture is made with and never changes.
 *
 * @param id Antom's captureRequestId, reused on every repetition
 * @param last nothing more of the payment will be captured
 */
public record CaptureOrigin(
        TenantId tenant,
        String id,
        String paymentId,
        String gatewayAccountId,
        Mode mode,
        Money amount,
        boolean last,
        Instant createdAt) {}
