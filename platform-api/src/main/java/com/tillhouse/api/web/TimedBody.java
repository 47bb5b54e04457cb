package com.tillhouse.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads a body up to a limit and no longer than a while. Counts the bytes that come, whatever their announcement says. */
final class TimedBody {
    static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int PIECE = 8 * 1024;

    private final int most;
    private final InstantSource clock;

    TimedBody(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** What came of a body. */
    sealed interface Read {
        /** All of it. */
        record Whole(byte[] bytes) implements Read {}

        /** More than the limit. */
        record TooLarge() implements Read {}

        /** Not all of it in time. */
        record TooLate() implements Read {}
    }

    Read read(InputStream coming, long announced) throws IOException {
        if (announced > most) {
            return new Read.TooLarge();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Instant end = clock.instant().plus(LONGEST);
        byte[] piece = new byte[PIECE];
        while (body.size() <= most) {
            int read = next(coming, piece);
            if (read < 0) {
                return new Read.Whole(body.toByteArray());
            }
            body.write(piece, 0, read);
            if (read == 0 || clock.instant().isAfter(end)) {
                return new Read.TooLate();
            }
        }
        return new Read.TooLarge();
    }

    /** As much as has come; nothing when nothing came for as long as a connection may be silent. */
    private static int next(InputStream coming, byte[] piece) throws IOException {
        try {
            return coming.read(piece);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }
}
