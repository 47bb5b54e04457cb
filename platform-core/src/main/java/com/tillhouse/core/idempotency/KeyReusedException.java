package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.PlatformException;

/** An idempotency key came again with another body. */
public final class KeyReusedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public KeyReusedException() {
        super(
                "idempotency_key_reused",
                "This Idempotency-Key was used with another body. Use a new key for a new request.");
    }
}
