package com.tillhouse.core.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call servers that merchants name.
 *
 * @param allowLocal also call {@code localhost} and {@code 127.0.0.1}, by http and on any port; only for the local platform and tests
 * @param deniedRanges our own public ranges, refused beside the special ones
 */
@ConfigurationProperties("tillhouse.egress")
record EgressProperties(
        @DefaultValue("false") boolean allowLocal,
        @DefaultValue List<String> deniedRanges,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration deadline,
        @DefaultValue("256") int connections) {}
