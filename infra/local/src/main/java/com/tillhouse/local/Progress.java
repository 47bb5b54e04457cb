package com.tillhouse.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells the person in front of the screen what goes on, with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;

    public Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** One line with the time. */
    public void say(String what) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
    }

    /** Text as it is. */
    public void print(String text) {
        out.println(text);
    }
}
