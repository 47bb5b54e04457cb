package com.tillhouse.core.adapter.egress;

import java.time.Duration;
import java.util.List;

/**
 * How we call servers that merchants name.
 *
 * @param allowLocal also http, any port, to {@code localhost} and {@code 127.0.0.1}; for the local platform and tests only
 * @param deniedRanges our own public ranges, such as {@code 198.51.100.0/24}, refused beside the special ones
 * @param connectTimeout for the connection and the TLS handshake
 * @param deadline for the whole exchange, name look-up included
 * @param connections open at a time, at most
 */
public record EgressSettings(
        boolean allowLocal, List<String> deniedRanges, Duration connectTimeout, Duration deadline, int connections) {

    public EgressSettings {
        deniedRanges = List.copyOf(deniedRanges);
    }
}
