package com.tillhouse.api.token;

import com.tillhouse.core.tenant.ClientSecret;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares a client secret with the hashes of all its client's live secrets. The authorization server knows one stored secret per client, so
 * the stored form lists the hashes, in hex, divided by blanks; no secret at all is the empty list and matches nothing.
 */
final class SecretHashEncoder implements PasswordEncoder {
    private static final String NONE = "-";

    static String stored(List<ClientSecret> live) {
        return live.isEmpty()
                ? NONE
                : live.stream()
                        .map(secret -> HexFormat.of().formatHex(secret.hash()))
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        return HexFormat.of().formatHex(ClientSecret.hashOf(String.valueOf(secret)));
    }

    /** Looks at every hash whatever the others said, each in constant time. */
    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
        if (secret == null || stored == null || stored.equals(NONE)) {
            return false;
        }
        byte[] presented = ClientSecret.hashOf(secret.toString());
        boolean found = false;
        for (String hash : stored.split(" ", -1)) {
            found |= MessageDigest.isEqual(HexFormat.of().parseHex(hash), presented);
        }
        return found;
    }
}
