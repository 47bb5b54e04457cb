package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund or capture in the control API's words.
 *
 * @param id Antom's id; null if it was refused at once
 */
record FollowUpFacts(
        String clientId,
        String paymentRequestId,
        String paymentId,
        String requestId,
        @Nullable String id,
        FollowUpStatus status,
        ResultCode resultCode,
        Amount amount,
        boolean external,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Instant settlesAt) {

    static List<FollowUpFacts> of(Payment payment, FollowUpKind kind) {
        return payment.followUps(kind).map(each -> of(payment, each)).toList();
    }

    static FollowUpFacts of(Payment payment, FollowUp followUp) {
        return new FollowUpFacts(
                payment.clientId(),
                payment.request().paymentRequestId(),
                payment.paymentId(),
                followUp.requestId(),
                followUp.id(),
                followUp.status(),
                followUp.resultCode(),
                followUp.amount(),
                followUp.external(),
                followUp.createdAt(),
                followUp.settledAt(),
                followUp.plannedEnd() == null ? null : followUp.plannedEnd().due());
    }
}
