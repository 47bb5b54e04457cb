package com.tillhouse.core.gatewaykey.domain;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Antom's token for those who call on a merchant's behalf (Antom: {@code agent-token}, at most 128 characters). Prints nothing. */
public final class AgentToken {
    private static final int MOST = 128;

    private final String token;

    /** @throws InvalidRequestException when it can't be a token */
    public AgentToken(String token) {
        if (!token.matches("[\\x21-\\x7e]{1," + MOST + "}")) {
            throw new InvalidRequestException(List.of(new Violation(
                    "/agent_token", "not_a_token", "must be 1 to " + MOST + " printable characters without spaces.")));
        }
        this.token = token;
    }

    /** For the vault only. */
    public byte[] bytes() {
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "***";
    }
}
