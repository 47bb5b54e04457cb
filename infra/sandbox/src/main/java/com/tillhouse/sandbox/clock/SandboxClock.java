package com.tillhouse.sandbox.clock;

import com.tillhouse.sandbox.store.DocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's time: a clock from outside, and how far the control API has moved it ahead. */
public final class SandboxClock implements InstantSource {

    private static final String KIND = "clock";

    private final InstantSource outside;
    private final DocumentStore documents;
    private volatile Duration ahead;

    public SandboxClock(InstantSource outside, DocumentStore documents) {
        this.outside = outside;
        this.documents = documents;
        this.ahead = documents.load(KIND, Offset.class).stream()
                .map(Offset::ahead)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return outside.instant().plus(ahead);
    }

    public Duration ahead() {
        return ahead;
    }

    /** @throws IllegalArgumentException if the step is negative */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The clock only moves forward, not by " + step);
        }
        move(ahead.plus(step));
    }

    /** Back to the outside clock. What has happened by the moved clock stays. */
    public synchronized void reset() {
        move(Duration.ZERO);
    }

    private void move(Duration to) {
        ahead = to;
        documents.save(KIND, KIND, new Offset(to));
    }

    record Offset(Duration ahead) {}
}
