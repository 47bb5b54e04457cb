package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.shared.PlatformException;

/** A session can't be retried or expired as it stands. */
public final class SessionNotOpenException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final boolean retryable;

    private SessionNotOpenException(String code, String detail, boolean retryable) {
        super(code, detail);
        this.retryable = retryable;
    }

    static SessionNotOpenException ended(String status) {
        return new SessionNotOpenException("session_not_open", "The session is " + status + "; open a new one.", false);
    }

    static SessionNotOpenException previousAttemptOpen() {
        return new SessionNotOpenException(
                "previous_attempt_open",
                "The previous payment could not be closed for certain yet, and two open payments could both be paid. Try again in a minute.",
                true);
    }

    /** True when the same request may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
