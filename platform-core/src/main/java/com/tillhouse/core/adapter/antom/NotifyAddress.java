package com.tillhouse.core.adapter.antom;

import com.tillhouse.core.gateway.GatewayAccount;
import java.net.URI;

/**
 * Where Antom reaches platform-webhooks: scheme, host and port only, because Antom signs the path.
 *
 * @param base without a path and without a slash at its end
 */
record NotifyAddress(String base) {

    static NotifyAddress at(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        boolean pathless = url.getRawPath() == null || url.getRawPath().isEmpty() || "/".equals(url.getRawPath());
        if (!web || url.getHost() == null || !pathless || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The public address of platform-webhooks must be scheme, host and port only,"
                            + " such as https://webhooks.example, but is " + url);
        }
        return new NotifyAddress(url.getScheme() + "://" + url.getRawAuthority());
    }

    /** What Antom is told for this account. */
    String of(GatewayAccount account) {
        return base + account.notifyPath();
    }
}
