package com.tillhouse.sandbox.client;

import org.jspecify.annotations.Nullable;

/** What a merchant enters at Antom's dashboard: its key, and how the page shall look. */
public record Registration(
        String clientId,
        String merchantPublicKey,
        @Nullable String brandName,
        @Nullable String logoUrl,
        @Nullable String notifyUrl) {}
