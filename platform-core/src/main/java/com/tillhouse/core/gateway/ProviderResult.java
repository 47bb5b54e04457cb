package com.tillhouse.core.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Antom's own words, kept beside ours (Antom: {@code result}).
 *
 * @param status S, F or U
 * @param code at most 64 characters
 * @param message at most 256 characters, for people
 */
public record ProviderResult(
        String status, String code, @Nullable String message) {}
