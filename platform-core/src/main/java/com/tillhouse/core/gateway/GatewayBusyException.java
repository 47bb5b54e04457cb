package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.PlatformException;
import java.time.Duration;

/** Antom is not asked for this account at the moment. Nothing was sent and nothing was kept: the same request may be sent again. */
public final class GatewayBusyException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    public GatewayBusyException(Duration wait) {
        super(
                "gateway_unavailable",
                "Antom does not answer, so it is not asked at the moment; nothing was sent. Send the same request again in a while.");
        this.wait = wait;
    }

    /** After which it may be asked again. */
    public Duration delay() {
        return wait;
    }
}
