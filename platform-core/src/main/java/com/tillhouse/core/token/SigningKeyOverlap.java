package com.tillhouse.core.token;

import java.time.Duration;

/** How long keys stand beside each other when one takes the other's place, so that no token is refused. */
final class SigningKeyOverlap {
    /** How often each process looks again. */
    static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** A new key signs only when every process has had time to learn of it, and whoever keeps our published keys for five minutes too. */
    static final Duration PUBLISHED_BEFORE_SIGNING = Duration.ofMinutes(6);

    /** After that the old key signs no more, and its last token lives ten minutes more; the rest is for clocks that differ. */
    static final Duration OLD_STAYS = PUBLISHED_BEFORE_SIGNING.plus(Duration.ofMinutes(14));

    /** A key that is this old is rotated by itself. */
    static final Duration LIFE = Duration.ofDays(90);

    private SigningKeyOverlap() {}
}
