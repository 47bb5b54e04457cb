package com.tillhouse.core.keyset.domain;

import com.tillhouse.core.shared.PlatformException;

/** A keyset can't be wrapped or unwrapped: its master key is not configured, refuses, or does not answer. */
public final class KeysetNotOpenedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public KeysetNotOpenedException(String detail, Throwable cause) {
        super("keyset_not_opened", detail);
        initCause(cause);
    }
}
