package com.tillhouse.core.gateway;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Gives a tenant its identity at Antom in one mode. Tillhouse makes the key pair; only the public half ever leaves. The account is kept once
 * a live signed call proved the keys, never before.
 */
public final class SetUpGatewayAccount {
    private static final int KEY_BITS = 2048;

    private final UnitOfWork unitOfWork;
    private final GatewayAccountRepository accounts;
    private final SecretVault vault;
    private final KeyProofGateway proof;
    private final RecordAudit audit;
    private final InstantSource clock;

    public SetUpGatewayAccount(
            UnitOfWork unitOfWork,
            GatewayAccountRepository accounts,
            SecretVault vault,
            KeyProofGateway proof,
            RecordAudit audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.vault = vault;
        this.proof = proof;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a pair, has its public half registered at Antom, proves it and keeps the account.
     *
     * @param register takes our public key (X.509 DER in base64) to Antom and brings back Antom's public key in the same form
     * @throws KeysNotProvedException when the live call did not end with a verified answer
     */
    public GatewayAccount setUp(SetUpGatewayAccountCommand command, Function<String, String> register) {
        TenantId tenant = command.tenant();
        KeyPair pair = newPair();
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        String antomKey = register.apply(publicKey);
        String id = RandomId.withPrefix("ga_");
        byte[] privateKey = Base64.getEncoder()
                .encodeToString(pair.getPrivate().getEncoded())
                .getBytes(StandardCharsets.US_ASCII);
        SealedKey sealed = unitOfWork.inTenant(
                tenant, () -> new SealedKey(vault.seal(tenant, SealedKey.place(id, 1), privateKey)));
        GatewayKey key = new GatewayKey(1, GatewayKey.Status.ACTIVE, sealed, publicKey, antomKey);
        GatewayAccount account = new GatewayAccount(
                tenant,
                id,
                command.mode(),
                command.clientId(),
                command.host(),
                List.of(key),
                NotifyRoute.create().path());
        if (!(proof.prove(account) instanceof Outcome.Confirmed<ProviderResult>)) {
            throw new KeysNotProvedException();
        }
        unitOfWork.runInTenant(tenant, () -> keep(account));
        return account;
    }

    private void keep(GatewayAccount account) {
        TenantId tenant = account.tenant();
        accounts.add(tenant, account, clock.instant());
        audit.record(
                tenant,
                AuditNote.of(AuditAction.GATEWAY_ACCOUNT_SET_UP, account.id())
                        .with("mode", account.mode())
                        .with("client_id", account.clientId())
                        .with("host", account.host()));
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
