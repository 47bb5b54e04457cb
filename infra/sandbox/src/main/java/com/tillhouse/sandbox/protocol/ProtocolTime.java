package com.tillhouse.sandbox.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Antom's time texts: ISO 8601 to the second with an offset; its business day is UTC+8. */
public final class ProtocolTime {

    private static final ZoneOffset BUSINESS_ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private ProtocolTime() {}

    public static String format(Instant instant) {
        return TO_THE_SECOND.format(instant.atOffset(BUSINESS_ZONE).truncatedTo(ChronoUnit.SECONDS));
    }

    /** @throws java.time.format.DateTimeParseException if it is not ISO 8601 with an offset */
    public static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    public static LocalDate businessDay(Instant instant) {
        return instant.atOffset(BUSINESS_ZONE).toLocalDate();
    }

    /** This time of the day, where Antom does business. */
    public static Instant onBusinessDay(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(BUSINESS_ZONE);
    }
}
