package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import jakarta.persistence.EntityManager;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The adapters that JPA stands behind; they live here because their rows are not visible outside. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = PostgresAdapters.class)
@EnableJpaRepositories(basePackageClasses = PostgresAdapters.class, considerNestedRepositories = false)
public class PostgresAdapters {

    @Bean
    CheckoutSessionRepository checkoutSessionRepository(
            CheckoutSessionRows rows, EntityManager entities, JdbcClient jdbc, NarrowRole narrow, JsonMapper json) {
        return new PostgresCheckoutSessionRepository(rows, entities, jdbc, narrow, json);
    }

    @Bean
    PaymentRepository paymentRepository(PaymentRows rows, EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresPaymentRepository(rows, entities, jdbc, narrow);
    }
}
