package com.tillhouse.core.config;

import com.tillhouse.core.adapter.vault.VaultSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master keys are; see {@link VaultSettings}.
 *
 * @param masterKeys oldest first, the last one wraps
 * @param tokenFile holds the token for HashiCorp Vault
 */
@ConfigurationProperties("tillhouse.vault")
record VaultProperties(
        @Nullable Path masterKeyFile,
        @DefaultValue List<String> masterKeys,
        @Nullable Path tokenFile,
        @DefaultValue Aws aws,
        @DefaultValue Gcp gcp) {

    record Aws(
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

    record Gcp(
            @DefaultValue("https://cloudkms.googleapis.com") String endpoint,

            @DefaultValue("http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token")
            String tokenUri) {}

    VaultSettings settings() {
        return new VaultSettings(
                masterKeyFile,
                masterKeys,
                tokenFile,
                new VaultSettings.Aws(
                        aws.accessKeyId,
                        aws.secretAccessKey,
                        aws.sessionToken,
                        aws.endpoint,
                        aws.containerCredentialsUri,
                        aws.containerTokenFile),
                new VaultSettings.Gcp(gcp.endpoint, gcp.tokenUri));
    }
}
