package com.tillhouse.local.shop;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * How a shop is started.
 *
 * @param api base address of the tenant API
 * @param orders the file that keeps the orders over restarts
 * @param holdWebhooks true to leave webhooks without an answer, as a receiver that hangs would
 */
public record ShopSettings(
        int port, URI api, Path orders, InstantSource clock, boolean holdWebhooks, List<ShopMerchant> merchants) {

    /** Where the shop's own pages are. */
    public URI base() {
        return URI.create("http://localhost:" + port);
    }
}
