package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.gatewaykey.domain.AgentToken;
import com.tillhouse.core.gatewaykey.domain.AntomHosts;
import com.tillhouse.core.gatewaykey.domain.KeyStateException;
import com.tillhouse.core.gatewaykey.port.GatewayKeyStore;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.Violation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells us who a tenant is at Antom in one mode. May be corrected until a key was active; the agent token may change at any time. */
public final class OpenGatewayAccount {
    private final UnitOfWork unitOfWork;
    private final GatewayAccountRepository accounts;
    private final GatewayKeyStore keys;
    private final SecretVault vault;
    private final AntomHosts hosts;
    private final RecordAudit audit;
    private final InstantSource clock;

    public OpenGatewayAccount(
            UnitOfWork unitOfWork, GatewayKeyPorts ports, AntomHosts hosts, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = ports.accounts();
        this.keys = ports.keys();
        this.vault = ports.vault();
        this.hosts = hosts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps it. The same again is the same.
     *
     * @throws InvalidRequestException when Antom does not answer at this host
     * @throws KeyStateException when another client id or host is named although a key was active
     */
    public void open(OpenGatewayAccountCommand command) {
        if (!hosts.allow(command.host())) {
            throw new InvalidRequestException(
                    List.of(
                            new Violation(
                                    "/host",
                                    "not_antom",
                                    "is not an address of Antom. Copy the domain from Antom's dashboard, such as https://open-sea-global.alipay.com.")));
        }
        unitOfWork.runInTenant(command.tenant(), () -> {
            keys.lockAccount(command.tenant(), command.mode());
            Optional<GatewayAccount> known = accounts.inMode(command.tenant(), command.mode());
            known.ifPresentOrElse(account -> correct(command, account), () -> add(command));
        });
    }

    private void add(OpenGatewayAccountCommand command) {
        String id = RandomId.withPrefix("ga_");
        GatewayAccount account = new GatewayAccount(
                command.tenant(),
                id,
                command.mode(),
                command.clientId(),
                command.host(),
                List.of(),
                NotifyRoute.create().path(),
                sealed(command.tenant(), id, command.agentToken()));
        accounts.add(command.tenant(), account, clock.instant());
        note(command, id);
    }

    private void correct(OpenGatewayAccountCommand command, GatewayAccount account) {
        TenantId tenant = command.tenant();
        boolean other = !account.clientId().equals(command.clientId())
                || !account.host().equals(command.host());
        if (other && account.keys().stream().anyMatch(GatewayKey::verifies)) {
            throw KeyStateException.inUse();
        }
        keys.correct(tenant, account.id(), command.clientId(), command.host());
        if (command.agentToken() != null) {
            keys.replaceAgentToken(tenant, account.id(), sealed(tenant, account.id(), command.agentToken()));
        }
        if (other || command.agentToken() != null) {
            note(command, account.id());
        }
    }

    private @Nullable SealedKey sealed(TenantId tenant, String accountId, @Nullable AgentToken token) {
        return token == null
                ? null
                : new SealedKey(vault.seal(tenant, SealedKey.placeOfAgentToken(accountId), token.bytes()));
    }

    private void note(OpenGatewayAccountCommand command, String accountId) {
        audit.record(
                command.tenant(),
                AuditNote.of(AuditAction.GATEWAY_ACCOUNT_ENTERED, accountId)
                        .with("mode", command.mode())
                        .with("client_id", command.clientId())
                        .with("host", command.host())
                        .with("agent_token", command.agentToken() == null ? null : "changed"));
    }
}
