package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** What a tenant may see of its account at Antom: everything but secrets. */
public final class FindGatewayKeys {
    private static final int MOST = 20;

    private final UnitOfWork unitOfWork;
    private final GatewayKeyPorts ports;

    public FindGatewayKeys(UnitOfWork unitOfWork, GatewayKeyPorts ports) {
        this.unitOfWork = unitOfWork;
        this.ports = ports;
    }

    /** Empty as long as nobody entered the account. */
    public Optional<Overview> find(TenantId tenant, Mode mode) {
        return unitOfWork.inTenant(
                tenant, () -> ports.accounts().inMode(tenant, mode).map(this::seen));
    }

    private Overview seen(GatewayAccount account) {
        return new Overview(
                account.clientId(),
                account.host(),
                account.sealedAgentToken() != null,
                ports.keys().history(account.tenant(), account.id(), MOST));
    }

    /**
     * An account as its tenant sees it.
     *
     * @param keys newest first
     */
    public record Overview(String clientId, String host, boolean agentToken, List<KeyRecord> keys) {
        public Overview {
            keys = List.copyOf(keys);
        }
    }
}
