package com.tillhouse.core.team.domain;

import com.tillhouse.core.shared.PlatformException;

/** The act would leave the tenant without an owner. */
public final class LastOwnerException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public LastOwnerException() {
        super("last_owner", "A business keeps at least one owner. Make somebody else an owner first.");
    }
}
