package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.gatewaykey.domain.AgentToken;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant reads in Antom's dashboard. Checks itself when made.
 *
 * @param clientId the client id that Antom gave to the merchant in this mode
 * @param host base address of Antom for this merchant
 * @param agentToken Antom's token for those who call on a merchant's behalf, if it has one
 */
public record OpenGatewayAccountCommand(
        TenantId tenant,
        Mode mode,
        String clientId,
        String host,
        @Nullable AgentToken agentToken) {
    private static final String SANDBOX = "SANDBOX_";

    public OpenGatewayAccountCommand {
        clientId = clientId.strip();
        host = host.strip().replaceFirst("/+$", "");
        Violations found = new Violations();
        found.text("/client_id", clientId, 64);
        found.require(
                clientId.isEmpty() || clientId.matches("[\\x21-\\x7e]+"),
                "/client_id",
                "not_a_client_id",
                "must be printable characters without spaces.");
        found.text("/host", host, 255);
        found.require(
                mode == Mode.TEST || !clientId.startsWith(SANDBOX),
                "/client_id",
                "sandbox_id_in_live_mode",
                "is a sandbox id. In live mode, take the client id that Antom shows for live mode.");
        found.require(
                mode == Mode.LIVE || clientId.isBlank() || clientId.startsWith(SANDBOX),
                "/client_id",
                "live_id_in_test_mode",
                "is not a sandbox id, so test payments would move real money. Antom's test ids begin with SANDBOX_.");
        found.throwIfAny();
    }
}
