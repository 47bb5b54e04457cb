package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresAdapters;
import com.tillhouse.core.adapter.postgres.PostgresGatewayAccountRepository;
import com.tillhouse.core.adapter.postgres.PostgresIdempotencyStore;
import com.tillhouse.core.adapter.postgres.PostgresTenantRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@Import(PostgresAdapters.class)
class PersistenceConfiguration {

    @Bean
    UnitOfWork unitOfWork(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        return new PostgresUnitOfWork(transactionManager, jdbc);
    }

    @Bean
    NarrowRole narrowRole(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        return new NarrowRole(transactionManager, jdbc);
    }

    @Bean
    IdempotencyStore idempotencyStore(JdbcClient jdbc, InstantSource clock) {
        return new PostgresIdempotencyStore(jdbc, clock);
    }

    @Bean
    GatewayAccountRepository gatewayAccountRepository(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresGatewayAccountRepository(jdbc, narrow);
    }

    @Bean
    TenantRepository tenantRepository(JdbcClient jdbc) {
        return new PostgresTenantRepository(jdbc);
    }
}
