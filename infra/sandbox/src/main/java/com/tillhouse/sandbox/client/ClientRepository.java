package com.tillhouse.sandbox.client;

import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.store.DocumentStore;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All clients the sandbox knows. */
public final class ClientRepository {

    private static final String KIND = "client";

    private final DocumentStore documents;
    private final Map<String, MerchantClient> clients = new ConcurrentHashMap<>();

    public ClientRepository(DocumentStore documents) {
        this.documents = documents;
        documents.load(KIND, MerchantClient.class).forEach(client -> clients.put(client.clientId(), client));
    }

    public Optional<MerchantClient> find(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    public Collection<MerchantClient> all() {
        return List.copyOf(clients.values());
    }

    /**
     * Makes the client, or adds a key version to it. Registering a known key again changes nothing but the brand.
     *
     * @throws IllegalArgumentException if the key is not an RSA public key of at least 2048 bits
     */
    public RegisteredKey register(Registration wanted) {
        String key = RsaKeys.encode(RsaKeys.readPublic(wanted.merchantPublicKey()));
        Registration registration =
                new Registration(wanted.clientId(), key, wanted.brandName(), wanted.logoUrl(), wanted.notifyUrl());
        KeyPair forNewClient = clients.containsKey(wanted.clientId()) ? null : RsaKeys.generate();
        MerchantClient client = clients.compute(wanted.clientId(), (id, known) -> {
            MerchantClient next = known != null
                    ? known.registeredAgain(registration)
                    : first(registration, forNewClient == null ? RsaKeys.generate() : forNewClient);
            documents.save(KIND, id, next);
            return next;
        });
        return new RegisteredKey(client.clientId(), client.antomPublicKey(), client.versionOf(key));
    }

    private static MerchantClient first(Registration registration, KeyPair antom) {
        return new MerchantClient(
                registration.clientId(),
                registration.brandName() == null ? registration.clientId() : registration.brandName(),
                registration.logoUrl(),
                registration.notifyUrl(),
                List.of(new MerchantKey(1, registration.merchantPublicKey())),
                RsaKeys.encode(antom.getPublic()),
                RsaKeys.encode(antom.getPrivate()));
    }
}
