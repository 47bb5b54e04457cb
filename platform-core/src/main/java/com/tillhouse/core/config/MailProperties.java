package com.tillhouse.core.config;

import com.tillhouse.core.adapter.mail.SmtpSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which mail server takes our mails. While no host is named, mails wait.
 *
 * @param security {@code starttls}, {@code tls}, or {@code none} for a server on the same machine
 * @param from the address that our mails come from
 */
@ConfigurationProperties("tillhouse.mail")
record MailProperties(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") SmtpSettings.Security security,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("no-reply@localhost") String from,
        @DefaultValue("10s") Duration timeout) {

    SmtpSettings settings() {
        return new SmtpSettings(host, port, security, username, password, from, timeout);
    }

    @Override
    public String toString() {
        return "MailProperties[" + host + ":" + port + "]";
    }
}
