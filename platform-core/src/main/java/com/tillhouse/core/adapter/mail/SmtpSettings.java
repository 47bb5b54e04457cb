package com.tillhouse.core.adapter.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which mail server takes our mails, and how it is talked to.
 *
 * @param host null while there is none
 * @param username null when the server wants none
 * @param from the address that our mails come from
 */
public record SmtpSettings(
        @Nullable String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        String from,
        Duration timeout) {

    /** How the line is protected. */
    public enum Security {
        /** Begins in the clear and is refused unless the server goes over to TLS. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear: only for a server on the same machine. */
        NONE
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
