package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund or capture.
 *
 * @param requestId the merchant's id; the id of the call's idempotency
 * @param id Antom's id; null if it was refused at once, so that it never was one
 * @param settledAt when it came to its end; null while it is processing
 * @param plannedEnd how it will end by itself; null if it has ended
 * @param notifyUrl the address that the request named
 * @param last whether no further capture is to follow
 * @param external whether it was made in Antom's dashboard, without the merchant's API
 */
public record FollowUp(
        FollowUpKind kind,
        String requestId,
        @Nullable String id,
        Amount amount,
        FollowUpStatus status,
        ResultCode resultCode,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable PlannedEnd plannedEnd,
        @Nullable String notifyUrl,
        boolean last,
        boolean external) {

    /** Remembers that the request was refused, since the same request must be refused again. */
    public FollowUp refused(ResultCode code, Instant now) {
        return new FollowUp(
                kind, requestId, null, amount, FollowUpStatus.FAIL, code, now, now, null, notifyUrl, last, external);
    }

    public FollowUp settled(FollowUpStatus end, ResultCode code, Instant now) {
        return new FollowUp(kind, requestId, id, amount, end, code, createdAt, now, null, notifyUrl, last, external);
    }

    public FollowUp processing(ResultCode code, PlannedEnd end) {
        return new FollowUp(
                kind,
                requestId,
                id,
                amount,
                FollowUpStatus.PROCESSING,
                code,
                createdAt,
                null,
                end,
                notifyUrl,
                last,
                external);
    }

    /** Whether Antom ever took it on. */
    public boolean wasAccepted() {
        return id != null;
    }
}
