package com.tillhouse.core.clientkey;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.ApiClientRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the public keys that a client signs its assertions with. To rotate without a gap, upload the old key and the new, change over, then upload the new alone. */
public final class UploadClientKeys {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final ClientKeyRepository keys;
    private final KeySetMapper mapper;
    private final RecordAudit audit;
    private final InstantSource clock;

    public UploadClientKeys(
            UnitOfWork unitOfWork,
            ApiClientRepository clients,
            ClientKeyRepository keys,
            KeySetMapper mapper,
            RecordAudit audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.keys = keys;
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Replaces the client's keys and answers them; an empty set removes them all. The same set again is the same.
     *
     * @throws com.tillhouse.core.shared.InvalidRequestException when one of the keys can't be taken; none is kept then
     * @throws NotFoundException when the tenant has no such client
     */
    public List<ClientKey> upload(UploadClientKeysCommand command) {
        Instant now = clock.instant();
        List<ClientKey> read = PublicKeySet.check(mapper.read(command.keySet())).stream()
                .map(key -> new ClientKey(command.tenant(), command.clientId(), key.kid(), key.jwk(), now))
                .toList();
        return unitOfWork.inTenant(command.tenant(), () -> {
            ApiClient client =
                    clients.lock(command.tenant(), command.clientId()).orElseThrow(NotFoundException::new);
            keys.replace(command.tenant(), client.clientId(), read);
            List<ClientKey> kept = keys.of(command.tenant(), client.clientId());
            audit.record(
                    command.tenant(),
                    AuditNote.of(AuditAction.API_CLIENT_KEYS_UPLOADED, client.clientId())
                            .with("name", client.name())
                            .with("keys", kept.stream().map(ClientKey::kid).collect(Collectors.joining(" "))));
            return kept;
        });
    }
}
