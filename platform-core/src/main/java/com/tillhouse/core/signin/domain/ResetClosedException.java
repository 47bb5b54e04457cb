package com.tillhouse.core.signin.domain;

import com.tillhouse.core.shared.PlatformException;

/** The token sets no password: unknown, expired or used, all said in the same words. */
public final class ResetClosedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public ResetClosedException() {
        super("reset_closed", "This link can’t be used any more. Ask for a new one.");
    }
}
