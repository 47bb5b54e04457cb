package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.PlatformException;

/** The first request with this key is still being worked on. */
public final class KeyInFlightException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public KeyInFlightException() {
        super(
                "idempotency_key_in_flight",
                "A request with this Idempotency-Key is still running. Wait a few seconds and send the same request again.");
    }
}
