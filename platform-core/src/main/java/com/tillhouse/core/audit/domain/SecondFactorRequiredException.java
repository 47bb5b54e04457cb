package com.tillhouse.core.audit.domain;

import com.tillhouse.core.shared.PlatformException;

/** A person wants to do what needs a fresh proof that it is that person, and there is none. Nothing happened. */
public final class SecondFactorRequiredException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public SecondFactorRequiredException() {
        super("second_factor_required", "This needs a second factor, shown a few minutes ago at most.");
    }
}
