package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresInvariantStore;
import com.tillhouse.core.invariant.port.InvariantStore;
import com.tillhouse.core.invariant.usecase.CheckInvariants;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InvariantConfiguration {

    @Bean
    InvariantStore invariantStore(JdbcClient jdbc) {
        return new PostgresInvariantStore(jdbc);
    }

    @Bean
    CheckInvariants checkInvariants(
            TenantRepository tenants, UnitOfWork unitOfWork, InvariantStore store, InstantSource clock) {
        return new CheckInvariants(tenants, unitOfWork, store, clock);
    }
}
