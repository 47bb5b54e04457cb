package com.tillhouse.core.adapter.egress;

import java.util.Set;

/** The two names that local mode allows beside the internet; nothing else inside is ever reached. */
final class LocalHosts {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");
    private final boolean allowed;

    LocalHosts(boolean allowed) {
        this.allowed = allowed;
    }

    /** True in local mode, for exactly these names. */
    boolean allow(String host) {
        return allowed && NAMES.contains(host);
    }
}
