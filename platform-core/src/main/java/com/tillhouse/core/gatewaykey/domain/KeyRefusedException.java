package com.tillhouse.core.gatewaykey.domain;

import com.tillhouse.core.shared.PlatformException;

/** A pasted key can't be taken. Holds nothing of it. */
public final class KeyRefusedException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final KeyFault fault;

    public KeyRefusedException(KeyFault fault) {
        super(fault.code(), fault.detail());
        this.fault = fault;
    }

    public KeyFault fault() {
        return fault;
    }
}
