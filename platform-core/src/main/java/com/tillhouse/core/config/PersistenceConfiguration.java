package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.BlankedDataSource;
import com.tillhouse.core.adapter.postgres.FairUnitOfWork;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresCheckoutSessionRepository;
import com.tillhouse.core.adapter.postgres.PostgresGatewayAccountRepository;
import com.tillhouse.core.adapter.postgres.PostgresIdempotencyStore;
import com.tillhouse.core.adapter.postgres.PostgresPaymentRepository;
import com.tillhouse.core.adapter.postgres.PostgresTenantRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.adapter.vault.TinkSecretVault;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.operator.domain.OperatorAtWork;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@EntityScan(basePackageClasses = PostgresUnitOfWork.class)
class PersistenceConfiguration {

    /** Whatever pool an app has: no connection comes out of it with somebody else's tenant. */
    @Bean
    static BeanPostProcessor blankedConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new BlankedDataSource(pool) : bean;
            }
        };
    }

    @Bean
    UnitOfWork unitOfWork(
            PlatformTransactionManager transactionManager,
            JdbcClient jdbc,
            ObjectProvider<OperatorAtWork> atWork,
            TinkSecretVault vault,
            DatabaseProperties shares) {
        UnitOfWork all =
                new PostgresUnitOfWork(transactionManager, jdbc, atWork.getIfAvailable(() -> OperatorAtWork.NOBODY));
        return vault.warming(
                shares.connectionsPerTenant() > 0
                        ? new FairUnitOfWork(all, shares.connectionsPerTenant(), shares.patience())
                        : all);
    }

    @Bean
    NarrowRole narrowRole(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        return new NarrowRole(transactionManager, jdbc);
    }

    @Bean
    CheckoutSessionRepository checkoutSessionRepository(
            EntityManager entities, JdbcClient jdbc, NarrowRole narrow, JsonMapper json) {
        return new PostgresCheckoutSessionRepository(entities, jdbc, narrow, json);
    }

    @Bean
    PaymentRepository paymentRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresPaymentRepository(entities, jdbc, narrow);
    }

    @Bean
    IdempotencyStore idempotencyStore(JdbcClient jdbc, NarrowRole narrow, InstantSource clock) {
        return new PostgresIdempotencyStore(jdbc, narrow, clock);
    }

    @Bean
    GatewayAccountRepository gatewayAccountRepository(JdbcClient jdbc, NarrowRole narrow, SecretVault vault) {
        return new PostgresGatewayAccountRepository(jdbc, narrow, vault);
    }

    @Bean
    TenantRepository tenantRepository(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresTenantRepository(jdbc, narrow);
    }
}
