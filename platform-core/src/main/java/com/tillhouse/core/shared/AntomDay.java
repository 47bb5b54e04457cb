package com.tillhouse.core.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Antom's business day is UTC+8; cancel windows and reports go by it. */
public final class AntomDay {
    /** The offset that Antom counts its days in. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private AntomDay() {}

    /** The business day an instant falls into. */
    public static LocalDate of(Instant instant) {
        return instant.atOffset(OFFSET).toLocalDate();
    }
}
