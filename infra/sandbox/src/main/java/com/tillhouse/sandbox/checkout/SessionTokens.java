package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.protocol.ProtocolTime;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Makes ids and the session text. Like Antom's, the text holds raw {@code +}, {@code ==} and {@code &&}. */
final class SessionTokens {

    private static final String CONFIG = "{\"paymentSessionConfig\":{\"paymentMethodCategoryType\":\"ALL\","
            + "\"productScene\":\"CHECKOUT_PAYMENT\",\"productSceneVersion\":\"1.0\"}}";

    private final SecureRandom random = new SecureRandom();

    String sessionData() {
        String secret = base64(64);
        while (secret.indexOf('+') < 0 || secret.indexOf('/') < 0) {
            secret = base64(64);
        }
        String config = Base64.getEncoder().encodeToString(CONFIG.getBytes(StandardCharsets.UTF_8));
        return secret + "&&SG&&188&&" + config;
    }

    String sessionId() {
        return base64(48);
    }

    String formToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    /** Day, fixed digits, and fifteen random ones: the shape of Antom's. */
    String paymentId(Instant now) {
        String day = ProtocolTime.businessDay(now).format(DateTimeFormatter.BASIC_ISO_DATE);
        return day + "194010800100" + String.format("%015d", random.nextLong(1_000_000_000_000_000L));
    }

    private String base64(int length) {
        return Base64.getEncoder().encodeToString(bytes(length));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
