package com.tillhouse.api.refund;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.refund.usecase.RequestRefundCommand;
import com.tillhouse.core.shared.RandomId;

/** From a merchant's request to the command, and to the fingerprint of what the request means. */
final class RefundRequestMapper {
    private final FingerprintMapper fingerprints;

    RefundRequestMapper(FingerprintMapper fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** What two requests under one key must agree in. */
    private record Meaning(String payment, RefundRequest request) {}

    RequestRefundCommand command(RefundRequest request, Caller caller, String payment, IdempotencyKey key) {
        return new RequestRefundCommand(
                caller.tenant(),
                payment,
                RandomId.withPrefix("re_"),
                request.amount(),
                request.reason(),
                key,
                fingerprints.of(new Meaning(payment, request)));
    }
}
