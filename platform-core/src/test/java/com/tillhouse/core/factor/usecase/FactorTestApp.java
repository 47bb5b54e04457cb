package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.config.TillhouseCore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The whole core as an app would have it, with a clock that a test moves. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TillhouseCore.class)
class FactorTestApp {
    static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    @Bean
    @Primary
    InstantSource movable() {
        return NOW::get;
    }
}
