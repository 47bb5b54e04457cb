package com.tillhouse.core.config;

import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.adapter.vault.TinkSecretVault;
import com.tillhouse.core.adapter.vault.WrappedKeysetStore;
import com.tillhouse.core.shared.SecretVault;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    SecretVault secretVault(@Value("${tillhouse.vault.master-key-file}") Path masterKeyFile, JdbcClient jdbc) {
        return new TinkSecretVault(MasterKey.read(masterKeyFile), new WrappedKeysetStore(jdbc));
    }
}
