package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.shared.PlatformException;

/** Somebody answered or ended this access before, or its time is over. */
public final class AccessOverException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public AccessOverException() {
        super("access_over", "This access was answered or has ended meanwhile. Look at the list again.");
    }
}
