package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;

/**
 * Asks for a gateway account. Checks itself when made.
 *
 * @param clientId the client id that Antom gave to the merchant
 * @param host base address of Antom for this merchant
 */
public record SetUpGatewayAccountCommand(TenantId tenant, Mode mode, String clientId, String host) {
    public SetUpGatewayAccountCommand {
        Violations found = new Violations();
        found.text("/client_id", clientId, 64);
        found.text("/host", host, 255);
        found.optionalUrl("/host", host);
        found.require(
                mode == Mode.TEST || !clientId.startsWith("SANDBOX_"),
                "/client_id",
                "sandbox_id_in_live_mode",
                "is a sandbox id and can't be used in mode LIVE.");
        found.throwIfAny();
    }
}
