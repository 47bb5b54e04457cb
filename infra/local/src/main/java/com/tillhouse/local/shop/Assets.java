package com.tillhouse.local.shop;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Stylesheet and drawings, a closed list. */
final class Assets {
    private static final Set<String> NAMES = Set.of(
            "shop.css", "mikas-coffee.svg", "fernweh-travel.svg", "mikas-coffee-logo.svg", "fernweh-travel-logo.svg");

    private Assets() {}

    static ShopReply serve(String name) throws IOException {
        if (!NAMES.contains(name)) {
            return ShopReply.notFound();
        }
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("missing from the jar: " + name);
            }
            return ShopReply.asset(
                    name.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml", file.readAllBytes());
        }
    }
}
