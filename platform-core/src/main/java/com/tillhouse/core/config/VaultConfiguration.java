package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresSealedSecretStore;
import com.tillhouse.core.adapter.vault.TinkSecretVault;
import com.tillhouse.core.adapter.vault.WrappedKeysetStore;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.keyset.port.KeysetVault;
import com.tillhouse.core.keyset.port.SealedSecretStore;
import com.tillhouse.core.keyset.usecase.RotateKeysets;
import com.tillhouse.core.keyset.usecase.RotateMasterKey;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {

    /** Both the vault of secrets and the vault of keysets. */
    @Bean
    TinkSecretVault secretVault(
            VaultProperties settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            InstantSource clock) {
        return new TinkSecretVault(
                settings.settings().open(clock), new WrappedKeysetStore(jdbc, transactionManager), clock);
    }

    @Bean
    SealedSecretStore sealedSecretStore(
            JdbcClient jdbc, SecretVault vault, PlatformTransactionManager transactionManager) {
        return new PostgresSealedSecretStore(jdbc, vault, transactionManager);
    }

    @Bean
    RotateMasterKey rotateMasterKey(
            TenantRepository tenants,
            UnitOfWork unitOfWork,
            KeysetVault keysets,
            SealedSecretStore secrets,
            RecordAudit audit) {
        return new RotateMasterKey(tenants, unitOfWork, keysets, secrets, audit);
    }

    @Bean
    RotateKeysets rotateKeysets(
            TenantRepository tenants,
            UnitOfWork unitOfWork,
            KeysetVault keysets,
            SealedSecretStore secrets,
            RecordAudit audit) {
        return new RotateKeysets(tenants, unitOfWork, keysets, secrets, audit);
    }
}
