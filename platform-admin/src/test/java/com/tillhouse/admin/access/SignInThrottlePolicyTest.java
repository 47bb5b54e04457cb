package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottlePolicyTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final SignInThrottlePolicy throttle = new SignInThrottlePolicy(now::get);

    private void fail(String email, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.admit(email, address)).isTrue();
        }
    }

    @Test
    void refusesOneEmailFromOneAddress() {
        fail("a@x.example", "1.1.1.1", SignInThrottlePolicy.MOST_BY_PAIR);
        assertThat(throttle.admit(" A@X.example", "1.1.1.1")).isFalse();
        assertThat(throttle.admit("a@x.example", "2.2.2.2")).isTrue();
        assertThat(throttle.admit("b@x.example", "1.1.1.1")).isTrue();
    }

    @Test
    void refusesOneAddressThatTriesManyEmails() {
        for (int i = 0; i < SignInThrottlePolicy.MOST_BY_ADDRESS; i++) {
            assertThat(throttle.admit("p" + i + "@x.example", "1.1.1.1")).isTrue();
        }
        assertThat(throttle.admit("new@x.example", "1.1.1.1")).isFalse();
    }

    @Test
    void refusesOneEmailTriedFromManyAddresses() {
        for (int i = 0; i < SignInThrottlePolicy.MOST_BY_EMAIL; i++) {
            assertThat(throttle.admit("a@x.example", "10.0.0." + i)).isTrue();
        }
        assertThat(throttle.admit("a@x.example", "10.0.1.1")).isFalse();
    }

    @Test
    void doesNotLetOwnSignInsWashFailuresOff() {
        for (int i = 0; i < SignInThrottlePolicy.MOST_BY_ADDRESS - 1; i++) {
            throttle.admit("p" + i + "@x.example", "1.1.1.1");
        }
        assertThat(throttle.admit("own@x.example", "1.1.1.1")).isTrue();
        throttle.succeeded("own@x.example", "1.1.1.1");
        assertThat(throttle.admit("p98@x.example", "1.1.1.1")).isTrue();
        assertThat(throttle.admit("p99@x.example", "1.1.1.1")).isFalse();
    }

    @Test
    void forgetsWhenTheWindowIsOver() {
        fail("a@x.example", "1.1.1.1", SignInThrottlePolicy.MOST_BY_PAIR);
        assertThat(throttle.admit("a@x.example", "1.1.1.1")).isFalse();
        now.updateAndGet(time -> time.plus(SignInThrottlePolicy.WINDOW));
        assertThat(throttle.admit("a@x.example", "1.1.1.1")).isTrue();
    }
}
