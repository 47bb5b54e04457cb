package com.tillhouse.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T04:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    public void move(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }
}
