package com.tillhouse.core.gatewaykey.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where Antom answers. A client id and a signature are sent nowhere else.
 *
 * @param more further base addresses that the operator allows
 * @param local also {@code localhost} and {@code 127.0.0.1}, by http and on any port; only for the local platform and tests
 */
public record AntomHosts(Set<String> more, boolean local) {
    /** Antom's own (Antom: overview of the API, domains). */
    public static final Set<String> OF_ANTOM = Set.of(
            "https://open-sea-global.alipay.com",
            "https://open-na-global.alipay.com",
            "https://open-de-global.alipay.com",
            "https://open-sea.alipay.com",
            "https://open-na.alipay.com",
            "https://open-eu.alipay.com",
            "https://open.antglobal-us.com");

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    public AntomHosts {
        more = Set.copyOf(more);
    }

    /** True for a base address, without a path, that Antom answers at. */
    public boolean allow(String host) {
        return OF_ANTOM.contains(host.toLowerCase(Locale.ROOT)) || more.contains(host) || local && isLocal(host);
    }

    private static boolean isLocal(String host) {
        try {
            URI uri = new URI(host);
            String path = uri.getPath();
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && LOCAL.contains(uri.getHost())
                    && (path == null || path.isEmpty())
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
