package com.tillhouse.local.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets time pass for this process: what it takes for now is as far ahead of the real time as it was told. It never goes back. */
@Configuration(proxyBeanMethods = false)
public class MovedClock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** Puts it around the clock of the application. */
    @Bean
    static BeanPostProcessor clockAhead() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof InstantSource clock ? new Ahead(clock) : bean;
            }
        };
    }

    /** Says how far ahead it is from now on. */
    public static void ahead(Duration ahead) {
        AHEAD.set(ahead);
    }

    private record Ahead(InstantSource clock) implements InstantSource {
        @Override
        public Instant instant() {
            return clock.instant().plus(AHEAD.get());
        }
    }
}
