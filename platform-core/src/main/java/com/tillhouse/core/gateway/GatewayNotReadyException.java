package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.PlatformException;

/** The tenant has no working keys at Antom in this mode. */
public final class GatewayNotReadyException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public GatewayNotReadyException(Mode mode) {
        super(
                "gateway_not_ready",
                "No active Antom keys are set up for mode " + mode + ". Complete the keys in the admin app first.");
    }
}
