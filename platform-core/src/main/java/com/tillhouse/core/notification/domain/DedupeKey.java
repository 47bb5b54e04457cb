package com.tillhouse.core.notification.domain;

import com.tillhouse.core.notification.domain.FreshnessPolicy.Age;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What makes two notifications copies of one. For a payment, a refund or a capture it is the meaning that decides: type, ids, result, state and amount; Antom does not say
 * whether a copy is the same byte for byte, and one that was only written anew must not count twice. Of what we do not understand, only the very
 * same bytes are a copy. A time that is not fresh makes another key, so that a replay can't keep the real one out.
 */
public record DedupeKey(byte[] bytes) {

    /** The key of a notification with this meaning. */
    public static DedupeKey of(Notice notice, Age age, byte[] body) {
        return notice.aboutPayment() || notice.aboutRefund() || notice.aboutCapture()
                ? ofMeaning(notice, age)
                : ofBytes(age, body);
    }

    /** The key of a notification that could not be read. */
    public static DedupeKey ofBytes(Age age, byte[] body) {
        return digest(age.name().getBytes(StandardCharsets.UTF_8), body);
    }

    private static DedupeKey ofMeaning(Notice notice, Age age) {
        return digest(Stream.of(
                        age,
                        notice.type(),
                        notice.objectId(),
                        notice.providerId(),
                        notice.result() == null ? null : notice.result().status(),
                        notice.result() == null ? null : notice.result().code(),
                        notice.refundStatus(),
                        notice.amount())
                .map(part -> String.valueOf(part).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    private static DedupeKey digest(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            whole.writeBytes(part);
        }
        try {
            return new DedupeKey(MessageDigest.getInstance("SHA-256").digest(whole.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DedupeKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
