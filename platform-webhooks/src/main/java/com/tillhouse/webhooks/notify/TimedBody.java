package com.tillhouse.webhooks.notify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads a body no longer than a while, and one byte past the limit at most. */
final class TimedBody {
    static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int PIECE = 8 * 1024;

    private TimedBody() {}

    /** All of it, or more than {@code most} bytes of it; nothing when it does not come in time. */
    static Optional<byte[]> read(InputStream coming, int most, InstantSource clock) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Instant end = clock.instant().plus(LONGEST);
        byte[] piece = new byte[PIECE];
        while (body.size() <= most) {
            int read = next(coming, piece);
            if (read < 0) {
                return Optional.of(body.toByteArray());
            }
            body.write(piece, 0, read);
            if (read == 0 || clock.instant().isAfter(end)) {
                return Optional.empty();
            }
        }
        return Optional.of(body.toByteArray());
    }

    private static int next(InputStream coming, byte[] piece) throws IOException {
        try {
            return coming.read(piece);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }
}
