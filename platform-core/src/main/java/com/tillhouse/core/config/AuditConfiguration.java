package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresAuditActorSource;
import com.tillhouse.core.adapter.postgres.PostgresAuditStore;
import com.tillhouse.core.audit.port.AuditActorSource;
import com.tillhouse.core.audit.port.AuditStore;
import com.tillhouse.core.audit.usecase.ExportAuditTrail;
import com.tillhouse.core.audit.usecase.FindAudit;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.audit.usecase.RequireProof;
import com.tillhouse.core.audit.usecase.VerifyAuditTrail;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditStore auditStore(JdbcClient jdbc) {
        return new PostgresAuditStore(jdbc);
    }

    @Bean
    AuditActorSource auditActorSource(JdbcClient jdbc) {
        return new PostgresAuditActorSource(jdbc);
    }

    @Bean
    RequireProof requireProof(AuditActorSource actors) {
        return new RequireProof(actors);
    }

    @Bean
    RecordAudit recordAudit(
            UnitOfWork unitOfWork,
            AuditStore entries,
            AuditActorSource actors,
            RequireProof proofs,
            InstantSource clock) {
        return new RecordAudit(unitOfWork, entries, actors, proofs, clock);
    }

    @Bean
    FindAudit findAudit(UnitOfWork unitOfWork, AuditStore entries) {
        return new FindAudit(unitOfWork, entries);
    }

    @Bean
    VerifyAuditTrail verifyAuditTrail(TenantRepository tenants, UnitOfWork unitOfWork, AuditStore entries) {
        return new VerifyAuditTrail(tenants::after, unitOfWork, entries);
    }

    @Bean
    ExportAuditTrail exportAuditTrail(UnitOfWork unitOfWork, AuditStore entries, RecordAudit audit) {
        return new ExportAuditTrail(unitOfWork, entries, audit);
    }
}
