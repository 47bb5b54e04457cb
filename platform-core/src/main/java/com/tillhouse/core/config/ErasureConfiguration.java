package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresBuyerDataStore;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.erasure.BuyerDataStore;
import com.tillhouse.core.erasure.ChangeBuyerDataPolicy;
import com.tillhouse.core.erasure.EraseBuyerData;
import com.tillhouse.core.erasure.EraseOldBuyerData;
import com.tillhouse.core.erasure.EraseSession;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    BuyerDataStore buyerDataStore(JdbcClient jdbc) {
        return new PostgresBuyerDataStore(jdbc);
    }

    @Bean
    EraseSession eraseSession(UnitOfWork unitOfWork, BuyerDataStore data, InstantSource clock) {
        return new EraseSession(unitOfWork, data, clock);
    }

    @Bean
    EraseBuyerData eraseBuyerData(
            UnitOfWork unitOfWork, BuyerDataStore data, EraseSession sessions, RecordAudit audit, InstantSource clock) {
        return new EraseBuyerData(unitOfWork, data, sessions, audit, clock);
    }

    @Bean
    EraseOldBuyerData eraseOldBuyerData(
            TenantRepository tenants,
            UnitOfWork unitOfWork,
            BuyerDataStore data,
            EraseSession sessions,
            InstantSource clock) {
        return new EraseOldBuyerData(tenants, unitOfWork, data, sessions, clock);
    }

    @Bean
    ChangeBuyerDataPolicy changeBuyerDataPolicy(
            UnitOfWork unitOfWork, BuyerDataStore data, RecordAudit audit, InstantSource clock) {
        return new ChangeBuyerDataPolicy(unitOfWork, data, audit, clock);
    }
}
