package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresApiClientRepository;
import com.tillhouse.core.adapter.postgres.PostgresSigningKeyVault;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.CursorSeal;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.ApiClientRepository;
import com.tillhouse.core.tenant.ClientDirectory;
import com.tillhouse.core.tenant.DisableApiClient;
import com.tillhouse.core.tenant.EndClientSecret;
import com.tillhouse.core.tenant.FindApiClient;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.ListApiClients;
import com.tillhouse.core.tenant.RotateClientSecret;
import com.tillhouse.core.tenant.UseClientSecret;
import com.tillhouse.core.token.FindSigningKeys;
import com.tillhouse.core.token.RotateSigningKey;
import com.tillhouse.core.token.SigningKeyVault;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ApiClientConfiguration {

    @Bean
    ApiClientRepository apiClientRepository(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresApiClientRepository(jdbc, narrow);
    }

    @Bean
    IssueApiClient issueApiClient(
            UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        return new IssueApiClient(unitOfWork, clients, audit, clock);
    }

    @Bean
    RotateClientSecret rotateClientSecret(
            UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        return new RotateClientSecret(unitOfWork, clients, audit, clock);
    }

    @Bean
    DisableApiClient disableApiClient(
            UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        return new DisableApiClient(unitOfWork, clients, audit, clock);
    }

    @Bean
    EndClientSecret endClientSecret(
            UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        return new EndClientSecret(unitOfWork, clients, audit, clock);
    }

    @Bean
    ListApiClients listApiClients(UnitOfWork unitOfWork, ApiClientRepository clients) {
        return new ListApiClients(unitOfWork, clients);
    }

    @Bean
    ClientDirectory clientDirectory(ApiClientRepository clients) {
        return new ClientDirectory(clients);
    }

    @Bean
    FindApiClient findApiClient(
            UnitOfWork unitOfWork, ApiClientRepository clients, ClientDirectory directory, InstantSource clock) {
        return new FindApiClient(unitOfWork, clients, directory, clock);
    }

    @Bean
    UseClientSecret useClientSecret(
            UnitOfWork unitOfWork, ApiClientRepository clients, ClientDirectory directory, InstantSource clock) {
        return new UseClientSecret(unitOfWork, clients, directory, clock);
    }

    @Bean
    SigningKeyVault signingKeyVault(JdbcClient jdbc, SecretVault vault, PlatformTransactionManager transactionManager) {
        return new PostgresSigningKeyVault(jdbc, vault, transactionManager);
    }

    @Bean
    FindSigningKeys findSigningKeys(SigningKeyVault vault, InstantSource clock) {
        return new FindSigningKeys(vault, clock);
    }

    @Bean
    RotateSigningKey rotateSigningKey(SigningKeyVault vault, InstantSource clock) {
        return new RotateSigningKey(vault, clock);
    }

    @Bean
    CursorSeal cursorSeal(SecretVault vault) {
        return new CursorSeal(vault);
    }
}
