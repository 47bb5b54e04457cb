package com.tillhouse.core.adapter.antom.wire;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Transports that wait less than the real one, or trust a server of the test's own. */
public final class TransportFixture {
    private TransportFixture() {}

    public static AntomTransport waiting(Duration deadline) {
        return new AntomTransport(deadline);
    }

    public static AntomTransport trusting(SSLContext trust) {
        return new AntomTransport(trust, Duration.ofSeconds(5));
    }
}
