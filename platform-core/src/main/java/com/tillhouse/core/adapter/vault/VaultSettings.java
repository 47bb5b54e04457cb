package com.tillhouse.core.adapter.vault;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which master keys there are, and how their servers are reached.
 *
 * @param masterKeyFile one key in a file; older than all of {@code masterKeys}
 * @param masterKeys oldest first, the last one wraps: {@code file:<path>}, {@code aws-kms:<ARN>}, {@code gcp-kms:<name>} or {@code
 *     vault-transit:<url>}
 * @param tokenFile holds the token for HashiCorp Vault
 */
public record VaultSettings(
        @Nullable Path masterKeyFile,
        List<String> masterKeys,
        @Nullable Path tokenFile,
        Aws aws,
        Gcp gcp) {
    private static final String FILE = "file:";

    /**
     * The login at AWS: fixed, or the container's own.
     *
     * @param endpoint another address than the public one of KMS
     * @param containerCredentialsUri where the container asks for its login (AWS: {@code AWS_CONTAINER_CREDENTIALS_FULL_URI})
     * @param containerTokenFile what it shows there (AWS: {@code AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE})
     */
    public record Aws(
            @Nullable String accessKeyId,
            @Nullable String secretAccessKey,
            @Nullable String sessionToken,
            @Nullable String endpoint,
            @Nullable String containerCredentialsUri,
            @Nullable Path containerTokenFile) {
        @Override
        public String toString() {
            return "Aws[***]";
        }
    }

    /**
     * How Google is reached.
     *
     * @param tokenUri where the machine asks for its login
     */
    public record Gcp(String endpoint, String tokenUri) {}

    /**
     * The keys themselves. Asks no server.
     *
     * @throws IllegalStateException when an entry can't be understood, or there is none
     */
    public MasterKeys open(InstantSource clock) {
        KeyServerTransport transport = new KeyServerTransport();
        List<WrappingKey> keys = new ArrayList<>();
        if (masterKeyFile != null) {
            keys.add(MasterKey.read(masterKeyFile));
        }
        for (String entry : masterKeys) {
            keys.add(key(entry.strip(), transport, clock));
        }
        return MasterKeys.oldestFirst(keys);
    }

    private WrappingKey key(String entry, KeyServerTransport transport, InstantSource clock) {
        if (entry.startsWith(FILE)) {
            return MasterKey.read(Path.of(entry.substring(FILE.length())));
        }
        if (entry.startsWith(AwsKmsKey.SCHEME)) {
            return new AwsKmsKey(transport, entry, new AwsLogin(transport, aws, clock), aws.endpoint, clock);
        }
        if (entry.startsWith(GcpKmsKey.SCHEME)) {
            return new GcpKmsKey(transport, entry, gcp, clock);
        }
        if (entry.startsWith(TransitKey.SCHEME)) {
            if (tokenFile == null) {
                throw new IllegalStateException("a key in Vault needs tillhouse.vault.token-file");
            }
            return new TransitKey(transport, entry, tokenFile);
        }
        throw new IllegalStateException("tillhouse.vault.master-keys has an entry of no known kind: "
                + entry.split(":", 2)[0] + ":…; write file:, aws-kms:, gcp-kms: or vault-transit:");
    }
}
