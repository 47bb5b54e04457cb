package com.tillhouse.core.adapter.antom.line;

import java.time.Duration;

/**
 * How the lines to Antom are guarded, in each process.
 *
 * @param perAccount calls of one gateway account at once
 * @param atOnce calls of all at once
 * @param window so many of the last calls of an account are looked at
 * @param failing percent of them without a usable answer, at which no more is asked
 * @param slow a call this long counts as slow
 * @param rest how long nothing is asked then; after it, inquiries go first, and after twice as long anything may
 */
public record LineSettings(int perAccount, int atOnce, int window, int failing, Duration slow, Duration rest) {

    /** For nobody in particular. */
    public static final LineSettings USUAL =
            new LineSettings(32, 256, 10, 50, Duration.ofSeconds(8), Duration.ofSeconds(10));

    public LineSettings {
        if (perAccount < 1 || atOnce < 1 || window < 1 || failing < 1 || failing > 100 || slow.isNegative()) {
            throw new IllegalArgumentException("the lines to Antom can't be guarded like this");
        }
        if (rest.toMillis() < 1) {
            throw new IllegalArgumentException("a line must rest for a while");
        }
    }
}
