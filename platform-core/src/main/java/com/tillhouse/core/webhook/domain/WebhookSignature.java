package com.tillhouse.core.webhook.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks 1.0.0 says: HMAC-SHA256 over {@code id.timestamp.body}, one {@code v1,} entry per live secret. */
public final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The value of the {@code webhook-signature} header.
     *
     * @param at the moment of the attempt; its whole seconds are signed
     * @param secrets every live secret, so that a merchant may verify with the old or the new one while they overlap
     */
    public static String of(String id, Instant at, String body, List<WebhookSecret> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalStateException("an endpoint without a live secret can't sign");
        }
        byte[] content = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> "v1," + hmac(secret, content)).collect(Collectors.joining(" "));
    }

    private static String hmac(WebhookSecret secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
