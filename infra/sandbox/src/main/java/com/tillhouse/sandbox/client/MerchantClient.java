package com.tillhouse.sandbox.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A merchant at Antom: one client id with its keys, brand and default notification address.
 *
 * @param antomPublicKey what the merchant verifies answers and notifications with; one pair for the client's whole life
 */
public record MerchantClient(
        String clientId,
        String brandName,
        @Nullable String logoUrl,
        @Nullable String notifyUrl,
        List<MerchantKey> keys,
        String antomPublicKey,
        String antomPrivateKey) {

    public MerchantClient {
        keys = List.copyOf(keys);
    }

    public int latestKeyVersion() {
        return keys.getLast().version();
    }

    public Optional<MerchantKey> key(int version) {
        return keys.stream().filter(key -> key.version() == version).findFirst();
    }

    /** The same client with this registration's brand, and its key as a new version unless it is known already. */
    MerchantClient registeredAgain(Registration registration) {
        List<MerchantKey> all = new ArrayList<>(keys);
        if (all.stream().noneMatch(key -> key.publicKey().equals(registration.merchantPublicKey()))) {
            all.add(new MerchantKey(latestKeyVersion() + 1, registration.merchantPublicKey()));
        }
        return new MerchantClient(
                clientId,
                registration.brandName() == null ? brandName : registration.brandName(),
                registration.logoUrl() == null ? logoUrl : registration.logoUrl(),
                registration.notifyUrl() == null ? notifyUrl : registration.notifyUrl(),
                all,
                antomPublicKey,
                antomPrivateKey);
    }

    int versionOf(String publicKey) {
        return keys.stream()
                .filter(key -> key.publicKey().equals(publicKey))
                .findFirst()
                .orElseThrow()
                .version();
    }
}
