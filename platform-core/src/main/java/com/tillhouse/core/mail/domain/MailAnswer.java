package com.tillhouse.core.mail.domain;

/**
 * What a mail server made of a mail.
 *
 * @param reason in a few words without any address, such as {@code refused 550}; empty when it took it
 */
public record MailAnswer(Kind kind, String reason) {
    /** A mail server took it. */
    public static final MailAnswer TAKEN = new MailAnswer(Kind.TAKEN, "");

    /** What it means for us. */
    public enum Kind {
        /** It is out of our hands. */
        TAKEN,
        /** Perhaps later. */
        LATER,
        /** Never. */
        NEVER
    }
}
