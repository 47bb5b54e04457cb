package com.tillhouse.core.notification.domain;

import java.util.Arrays;

/**
 * A notification as it came in; nothing of it is believed yet. A header that was missing or there twice is empty.
 *
 * @param route last segment of the path it was posted to
 * @param requestTime the {@code Request-Time} header as received, because it is signed
 * @param signature the whole {@code Signature} header
 * @param body byte for byte
 */
public record Envelope(String route, String clientId, String requestTime, String signature, byte[] body) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope that
                && route.equals(that.route)
                && clientId.equals(that.clientId)
                && requestTime.equals(that.requestTime)
                && signature.equals(that.signature)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * signature.hashCode() + Arrays.hashCode(body);
    }

    /** Neither the route, which is a secret, nor the body, which names a buyer. */
    @Override
    public String toString() {
        return "Envelope[" + clientId + ", " + requestTime + ", " + body.length + " bytes]";
    }
}
