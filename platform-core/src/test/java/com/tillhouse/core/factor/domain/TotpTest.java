package com.tillhouse.core.factor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The key of RFC 6238, appendix B. */
    private static final TotpSecret RFC = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The RFC prints eight digits; six are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(RFC, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void acceptsOneStepEarlyOrLateAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long drift = -1; drift <= 1; drift++) {
            assertThat(Totp.match(RFC, Totp.code(RFC, step + drift), now)).hasValue(step + drift);
        }
        assertThat(Totp.match(RFC, Totp.code(RFC, step - 2), now)).isEmpty();
        assertThat(Totp.match(RFC, Totp.code(RFC, step + 2), now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "00592", "0059240", "００５９２４", "abcdef"})
    void refusesWhatIsNoCode(String typed) {
        assertThat(Totp.match(RFC, typed, Instant.ofEpochSecond(1_234_567_890))).isEmpty();
    }

    @Test
    void makesSecretsOf160BitsThatAppsCanRead() {
        TotpSecret secret = TotpSecret.fresh();
        assertThat(secret.bytes()).hasSize(20);
        assertThat(secret).isNotEqualTo(TotpSecret.fresh()).hasToString("***");
        assertThat(RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(RFC.uri("mei+x@kaya.example"))
                .isEqualTo("otpauth://totp/Tillhouse:mei%2Bx%40kaya.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Tillhouse&algorithm=SHA1&digits=6&period=30");
    }

    /** RFC 4648, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32(String text, String encoded) {
        assertThat(Base32.text(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
