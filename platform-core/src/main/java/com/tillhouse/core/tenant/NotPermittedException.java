package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.PlatformException;

/** A member may see this, but its role may not do it. */
public final class NotPermittedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public NotPermittedException(String detail) {
        super("not_permitted", detail);
    }
}
