package com.tillhouse.core.adapter.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who we are at AWS: a fixed login from the settings, or the one that the container is given (AWS: container credential provider), asked for anew before
 * it ends. Prints nothing.
 */
final class AwsLogin {
    private static final Duration BEFORE_END = Duration.ofMinutes(5);

    private final KeyServerTransport transport;
    private final VaultSettings.Aws settings;
    private final InstantSource clock;
    private volatile @Nullable Given given;

    AwsLogin(KeyServerTransport transport, VaultSettings.Aws settings, InstantSource clock) {
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
    }

    /** A login. Prints nothing of the secret. */
    record Given(
            String keyId,
            String secret,
            @Nullable String token,
            @Nullable Instant end) {
        @Override
        public String toString() {
            return "***";
        }
    }

    Given current() throws GeneralSecurityException {
        if (settings.accessKeyId() != null && settings.secretAccessKey() != null) {
            return new Given(settings.accessKeyId(), settings.secretAccessKey(), settings.sessionToken(), null);
        }
        Given known = given;
        if (known != null && known.end != null && clock.instant().isBefore(known.end.minus(BEFORE_END))) {
            return known;
        }
        Given fresh = asked();
        given = fresh;
        return fresh;
    }

    private Given asked() throws GeneralSecurityException {
        String uri = settings.containerCredentialsUri();
        if (uri == null) {
            throw new GeneralSecurityException("no login at AWS is configured; see tillhouse.vault.aws");
        }
        JsonNode answer = transport.get(KeyServerTransport.checked(uri), authorization());
        try {
            return new Given(
                    KeyServerTransport.text(answer, "AccessKeyId"),
                    KeyServerTransport.text(answer, "SecretAccessKey"),
                    KeyServerTransport.text(answer, "Token"),
                    Instant.parse(KeyServerTransport.text(answer, "Expiration")));
        } catch (DateTimeException e) {
            throw new GeneralSecurityException("the container's login says no time that it ends");
        }
    }

    private Map<String, String> authorization() throws GeneralSecurityException {
        Path file = settings.containerTokenFile();
        try {
            return file == null
                    ? Map.of()
                    : Map.of("Authorization", Files.readString(file).strip());
        } catch (IOException e) {
            throw new GeneralSecurityException("can't read the container's token for its login at AWS");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
