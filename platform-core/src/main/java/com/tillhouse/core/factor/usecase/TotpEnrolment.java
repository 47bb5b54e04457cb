package com.tillhouse.core.factor.usecase;

/**
 * What an authenticator app needs to be told, shown this once.
 *
 * @param secret to type by hand, in base 32
 * @param uri as a QR code
 */
public record TotpEnrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "***";
    }
}
