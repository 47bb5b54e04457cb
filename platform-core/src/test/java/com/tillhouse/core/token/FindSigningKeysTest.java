package com.tillhouse.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FindSigningKeysTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final SlowVault vault = new SlowVault();
    private final FindSigningKeys find = new FindSigningKeys(vault, now::get);

    /** A database that is slow when it is asked a second time. */
    private static final class SlowVault implements SigningKeyVault {
        private final SigningKey key = SigningKey.create(START);
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public List<SigningKey> live(Instant at) {
            if (asked.incrementAndGet() == 2) {
                reached.countDown();
                try {
                    assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return List.of(key);
        }

        @Override
        public void addFirst(SigningKey first) {
            throw new IllegalStateException("there is one");
        }

        @Override
        public boolean rotate(SigningKey next, Instant newestBy, Instant othersRetireAt) {
            throw new IllegalStateException("it is young");
        }
    }

    @Test
    @Timeout(60)
    void letsOneLookAgainWhileTheOthersGoOn() throws InterruptedException {
        assertThat(find.all()).hasSize(1);
        now.set(START.plus(SigningKeyOverlap.LOOK_AGAIN));
        Thread looking = Thread.ofVirtual().start(find::all);
        assertThat(vault.reached.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(find.all()).containsExactly(vault.key);
        }
        assertThat(vault.asked).hasValue(2);
        vault.answers.countDown();
        looking.join();
        now.set(now.get().plus(SigningKeyOverlap.LOOK_AGAIN));
        assertThat(find.all()).hasSize(1);
        assertThat(vault.asked).as("looks again when its time has come").hasValue(3);
    }
}
