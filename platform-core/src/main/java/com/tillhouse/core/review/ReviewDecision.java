package com.tillhouse.core.review;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided, kept for ever.
 *
 * @param objectId the payment or refund
 * @param reason why a person had to look
 * @param raisedAt when that reason had come up; each raise is decided once
 * @param settledAs the status it was given, if it was settled
 */
public record ReviewDecision(
        TenantId tenant,
        String id,
        String objectId,
        String reason,
        Instant raisedAt,
        ReviewChoice choice,
        @Nullable String settledAs,
        String note,
        PersonId person,
        Instant decidedAt) {}
