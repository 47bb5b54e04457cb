package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresAccessStore;
import com.tillhouse.core.adapter.postgres.PostgresOperatorRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.adapter.vault.TinkSecretVault;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.operator.port.AccessStore;
import com.tillhouse.core.operator.port.OperatorRepository;
import com.tillhouse.core.operator.usecase.AnswerAccess;
import com.tillhouse.core.operator.usecase.ChangeOperatorPolicy;
import com.tillhouse.core.operator.usecase.OpenAccess;
import com.tillhouse.core.operator.usecase.SuspendForReason;
import com.tillhouse.core.operator.usecase.TellOwners;
import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.usecase.TeamBooks;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.SuspendTenant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    @Bean
    OperatorRepository operatorRepository(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresOperatorRepository(jdbc, narrow);
    }

    @Bean
    AccessStore accessStore(JdbcClient jdbc) {
        return new PostgresAccessStore(jdbc);
    }

    @Bean
    TellOwners tellOwners(TeamBooks books, AdminAddress admin, InstantSource clock) {
        return new TellOwners(books, admin, clock);
    }

    @Bean
    OpenAccess openAccess(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            TinkSecretVault vault,
            OperatorRepository operators,
            AccessStore accesses,
            TellOwners owners,
            RecordAudit audit) {
        return new OpenAccess(platform(transactions, jdbc, vault), operators, accesses, owners, audit);
    }

    @Bean
    UseAccess useAccess(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            TinkSecretVault vault,
            OperatorRepository operators,
            AccessStore accesses,
            RecordAudit audit) {
        return new UseAccess(platform(transactions, jdbc, vault), operators, accesses, audit);
    }

    @Bean
    SuspendForReason suspendForReason(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            TinkSecretVault vault,
            OperatorRepository operators,
            SuspendTenant suspending,
            RecordAudit audit) {
        return new SuspendForReason(platform(transactions, jdbc, vault), operators, suspending, audit);
    }

    @Bean
    AnswerAccess answerAccess(
            UnitOfWork unitOfWork, AccessStore accesses, MemberRepository members, RecordAudit audit) {
        return new AnswerAccess(unitOfWork, accesses, members, audit);
    }

    @Bean
    ChangeOperatorPolicy changeOperatorPolicy(
            UnitOfWork unitOfWork, AccessStore accesses, MemberRepository members, RecordAudit audit) {
        return new ChangeOperatorPolicy(unitOfWork, accesses, members, audit);
    }

    /** Not a bean: only the use cases above enter a tenant for an operator who has no access. */
    private static UnitOfWork platform(
            PlatformTransactionManager transactions, JdbcClient jdbc, TinkSecretVault vault) {
        return vault.warming(new PostgresUnitOfWork(transactions, jdbc));
    }
}
