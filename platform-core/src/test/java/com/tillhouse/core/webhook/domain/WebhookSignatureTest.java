package com.tillhouse.core.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.tillhouse.core.shared.InvalidRequestException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00.999999Z");
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void signsTheExampleOfTheSpecification() {
        Instant at = Instant.ofEpochSecond(1614265330);

        assertThat(WebhookSignature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", at, "{\"test\": 2432232314}", List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsAsTheOfficialLibraryDoes() throws Exception {
        String body = "{\"name\":\"Käse & 💳\"}";

        assertThat(WebhookSignature.of("evt_1", AT, body, List.of(SECRET)))
                .isEqualTo(new Webhook(SECRET.reveal()).sign("evt_1", AT.getEpochSecond(), body));
    }

    @Test
    void signsWithEveryLiveSecret() {
        WebhookSecret other = WebhookSecret.fresh();
        String one = WebhookSignature.of("evt_1", AT, "{}", List.of(SECRET));
        String two = WebhookSignature.of("evt_1", AT, "{}", List.of(other));

        assertThat(WebhookSignature.of("evt_1", AT, "{}", List.of(SECRET, other)))
                .isEqualTo(one + " " + two);
        assertThatThrownBy(() -> WebhookSignature.of("evt_1", AT, "{}", List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesSecretsThatAreLongAndReadBack() {
        WebhookSecret fresh = WebhookSecret.fresh();

        assertThat(fresh.bytes()).hasSize(32);
        assertThat(WebhookSecret.parse(fresh.reveal())).isEqualTo(fresh).isNotEqualTo(WebhookSecret.fresh());
        assertThat(fresh).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_c2hvcnQ=",
                "whsec_!!!",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesWhatIsNoSecret(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text)).isInstanceOf(InvalidRequestException.class);
    }
}
