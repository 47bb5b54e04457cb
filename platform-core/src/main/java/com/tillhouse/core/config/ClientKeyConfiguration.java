package com.tillhouse.core.config;

import com.tillhouse.core.adapter.json.JacksonKeySetMapper;
import com.tillhouse.core.adapter.postgres.PostgresAssertionStore;
import com.tillhouse.core.adapter.postgres.PostgresClientKeyRepository;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.clientkey.AssertionStore;
import com.tillhouse.core.clientkey.ClientKeyRepository;
import com.tillhouse.core.clientkey.FindClientKeys;
import com.tillhouse.core.clientkey.KeySetMapper;
import com.tillhouse.core.clientkey.SpendAssertion;
import com.tillhouse.core.clientkey.UploadClientKeys;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.ApiClientRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ClientKeyConfiguration {

    @Bean
    ClientKeyRepository clientKeyRepository(JdbcClient jdbc) {
        return new PostgresClientKeyRepository(jdbc);
    }

    @Bean
    AssertionStore assertionStore(JdbcClient jdbc) {
        return new PostgresAssertionStore(jdbc);
    }

    @Bean
    KeySetMapper keySetMapper() {
        return new JacksonKeySetMapper(TillhouseJson.mapper());
    }

    @Bean
    UploadClientKeys uploadClientKeys(
            UnitOfWork unitOfWork,
            ApiClientRepository clients,
            ClientKeyRepository keys,
            KeySetMapper mapper,
            RecordAudit audit,
            InstantSource clock) {
        return new UploadClientKeys(unitOfWork, clients, keys, mapper, audit, clock);
    }

    @Bean
    FindClientKeys findClientKeys(UnitOfWork unitOfWork, ClientKeyRepository keys) {
        return new FindClientKeys(unitOfWork, keys);
    }

    @Bean
    SpendAssertion spendAssertion(UnitOfWork unitOfWork, AssertionStore assertions, InstantSource clock) {
        return new SpendAssertion(unitOfWork, assertions, clock);
    }
}
