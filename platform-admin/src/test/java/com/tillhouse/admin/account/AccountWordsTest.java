package com.tillhouse.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0 | Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15 | Safari on Mac",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) CriOS/156.0 Mobile Safari/604.1 | Chrome on iPhone",
                "curl/8.0 | Unknown browser",
                "'' | Unknown browser"
            })
    void namesBrowsersInAFewWords(String agent, String words) {
        assertThat(DeviceWord.of(agent)).isEqualTo(words);
        assertThat(DeviceWord.of(null)).isEqualTo("Unknown browser");
    }

    @Test
    void admitsOneAddressSoOftenInAQuarterOfAnHour() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
        AddressThrottlePolicy throttle = new AddressThrottlePolicy(now::get);
        for (int i = 0; i < AddressThrottlePolicy.MOST; i++) {
            assertThat(throttle.admit("1.1.1.1")).isTrue();
        }
        assertThat(throttle.admit("1.1.1.1")).isFalse();
        assertThat(throttle.admit("2.2.2.2")).isTrue();
        now.updateAndGet(time -> time.plus(AddressThrottlePolicy.WINDOW));
        assertThat(throttle.admit("1.1.1.1")).isTrue();
    }
}
