package com.tillhouse.core.factor.domain;

import com.tillhouse.core.shared.PlatformException;

/** What a browser answered is not the proof that was asked for. The log says why; the person need not know. */
public final class PasskeyRefusedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public PasskeyRefusedException(String detail) {
        super("passkey_refused", detail);
    }

    public PasskeyRefusedException(String detail, Throwable cause) {
        super("passkey_refused", detail);
        initCause(cause);
    }
}
