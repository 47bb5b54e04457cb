package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskedChallengeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void isGoodForOneAnswer() {
        AskedChallenge asked = new AskedChallenge(NOON);
        Challenge challenge = asked.challenge();
        assertThat(asked.take(NOON.plusSeconds(5))).isEqualTo(challenge);
        assertThatThrownBy(() -> asked.take(NOON.plusSeconds(6))).isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void isNotGoodForEver() {
        AskedChallenge asked = new AskedChallenge(NOON);
        assertThatThrownBy(() -> asked.take(NOON.plus(Duration.ofMinutes(7))))
                .isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void isAnotherEachTime() {
        assertThat(new AskedChallenge(NOON).challenge()).isNotEqualTo(new AskedChallenge(NOON).challenge());
    }
}
