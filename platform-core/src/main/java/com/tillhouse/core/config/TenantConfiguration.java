package com.tillhouse.core.config;

import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.gateway.SetUpGatewayAccount;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.FindTenant;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.SuspendTenant;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

    @Bean
    RegisterTenant registerTenant(
            UnitOfWork unitOfWork, TenantRepository tenants, RecordAudit audit, InstantSource clock) {
        return new RegisterTenant(unitOfWork, tenants, audit, clock);
    }

    @Bean
    SuspendTenant suspendTenant(UnitOfWork unitOfWork, TenantRepository tenants, InstantSource clock) {
        return new SuspendTenant(unitOfWork, tenants, clock);
    }

    @Bean
    FindTenant findTenant(UnitOfWork unitOfWork, TenantRepository tenants, InstantSource clock) {
        return new FindTenant(unitOfWork, tenants, clock);
    }

    @Bean
    SetUpGatewayAccount setUpGatewayAccount(
            UnitOfWork unitOfWork,
            GatewayAccountRepository accounts,
            SecretVault vault,
            KeyProofGateway proof,
            RecordAudit audit,
            InstantSource clock) {
        return new SetUpGatewayAccount(unitOfWork, accounts, vault, proof, audit, clock);
    }
}
