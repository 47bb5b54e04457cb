package com.tillhouse.api.capture;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.core.capture.usecase.RequestCaptureCommand;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.shared.RandomId;

/** From a merchant's request to the command, and to the fingerprint of what the request means. */
final class CaptureRequestMapper {
    private final FingerprintMapper fingerprints;

    CaptureRequestMapper(FingerprintMapper fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** What two requests under one key must agree in. */
    private record Meaning(String payment, CaptureRequest request) {}

    RequestCaptureCommand command(CaptureRequest request, Caller caller, String payment, IdempotencyKey key) {
        return new RequestCaptureCommand(
                caller.tenant(),
                payment,
                RandomId.withPrefix("cap_"),
                request.amount(),
                Boolean.TRUE.equals(request.isLast()),
                key,
                fingerprints.of(new Meaning(payment, request)));
    }
}
