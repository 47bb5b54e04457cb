package com.tillhouse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
    private static final int MOST = 1_000;
    private static final long UNKNOWN = -1;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final TimedBody bodies = new TimedBody(MOST, now::get);

    private static InputStream of(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    @Test
    void readsUpToTheLimit() throws IOException {
        assertThat(bodies.read(of(MOST), MOST))
                .isInstanceOfSatisfying(
                        TimedBody.Read.Whole.class,
                        whole -> assertThat(whole.bytes()).hasSize(MOST));
        assertThat(bodies.read(of(0), UNKNOWN)).isInstanceOf(TimedBody.Read.Whole.class);
    }

    @Test
    void refusesWhatIsLargerWhateverWasAnnounced() throws IOException {
        assertThat(bodies.read(of(0), MOST + 1)).isInstanceOf(TimedBody.Read.TooLarge.class);
        assertThat(bodies.read(of(MOST + 1), UNKNOWN)).isInstanceOf(TimedBody.Read.TooLarge.class);
        assertThat(bodies.read(of(MOST + 1), 1)).isInstanceOf(TimedBody.Read.TooLarge.class);
    }

    @Test
    void waitsForNoDrip() throws IOException {
        InputStream drip = new InputStream() {
            @Override
            public int read() {
                now.updateAndGet(before -> before.plus(Duration.ofSeconds(4)));
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertThat(bodies.read(drip, UNKNOWN)).isInstanceOf(TimedBody.Read.TooLate.class);
        assertThat(Duration.between(Instant.parse("2026-11-22T10:00:00Z"), now.get()))
                .isLessThanOrEqualTo(TimedBody.LONGEST.plusSeconds(4));
    }
}
