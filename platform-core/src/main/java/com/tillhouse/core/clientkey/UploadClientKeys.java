package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.ApiClientRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Keeps the public keys that a client signs its assertions with. To rotate without a gap, upload the old key and the new, change over, then upload the new alone. */
public final class UploadClientKeys {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final ClientKeyRepository keys;
    private final KeySetMapper mapper;
    private final InstantSource clock;

    public UploadClientKeys(
            UnitOfWork unitOfWork,
            ApiClientRepository clients,
            ClientKeyRepository keys,
            KeySetMapper mapper,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.keys = keys;
        this.mapper = mapper;
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
            return keys.of(command.tenant(), client.clientId());
        });
    }
}
