package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresFactorAttemptStore;
import com.tillhouse.core.adapter.postgres.PostgresPasskeyRepository;
import com.tillhouse.core.adapter.postgres.PostgresRecoveryCodeStore;
import com.tillhouse.core.adapter.postgres.PostgresSecondFactorRuleStore;
import com.tillhouse.core.adapter.postgres.PostgresTotpVault;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.audit.usecase.RequireProof;
import com.tillhouse.core.factor.port.FactorAttemptStore;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.factor.port.SecondFactorRuleStore;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.factor.usecase.AllowFactor;
import com.tillhouse.core.factor.usecase.EnrolTotp;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.ProvePassword;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.factor.usecase.RecordFactorAct;
import com.tillhouse.core.factor.usecase.RemoveTotp;
import com.tillhouse.core.factor.usecase.RenewRecoveryCodes;
import com.tillhouse.core.factor.usecase.RequireSecondFactor;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FactorConfiguration {

    @Bean
    TotpVault totpVault(JdbcClient jdbc, SecretVault vault, NarrowRole narrow) {
        return new PostgresTotpVault(jdbc, vault, narrow);
    }

    @Bean
    RecoveryCodeStore recoveryCodeStore(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresRecoveryCodeStore(jdbc, narrow);
    }

    @Bean
    FactorAttemptStore factorAttemptStore(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresFactorAttemptStore(jdbc, narrow);
    }

    @Bean
    RecordFactorAct recordFactorAct(
            UnitOfWork unitOfWork, PersonRepository people, RecordAudit audit, RequireProof proofs) {
        return new RecordFactorAct(unitOfWork, people, audit, proofs);
    }

    @Bean
    PasskeyRepository passkeyRepository(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresPasskeyRepository(jdbc, narrow);
    }

    @Bean
    FindSecondFactors findSecondFactors(TotpVault apps, PasskeyRepository passkeys, RecoveryCodeStore recoveryCodes) {
        return new FindSecondFactors(apps, passkeys, recoveryCodes);
    }

    @Bean
    SecondFactorRuleStore secondFactorRuleStore(JdbcClient jdbc) {
        return new PostgresSecondFactorRuleStore(jdbc);
    }

    @Bean
    RequireSecondFactor requireSecondFactor(
            UnitOfWork unitOfWork,
            SecondFactorRuleStore rules,
            FindSecondFactors factors,
            RecordAudit audit,
            InstantSource clock) {
        return new RequireSecondFactor(unitOfWork, rules, factors, audit, clock);
    }

    @Bean
    AllowFactor allowFactor(FindSecondFactors factors, RequireProof proofs) {
        return new AllowFactor(factors, proofs);
    }

    @Bean
    EnrolTotp enrolTotp(
            PersonRepository people,
            TotpVault apps,
            FactorAttemptStore attempts,
            AllowFactor allow,
            RecordFactorAct acts,
            InstantSource clock) {
        return new EnrolTotp(people, apps, attempts, allow, acts, clock);
    }

    @Bean
    ProveSecondFactor proveSecondFactor(
            TotpVault apps,
            RecoveryCodeStore recoveryCodes,
            FactorAttemptStore attempts,
            RecordFactorAct acts,
            InstantSource clock) {
        return new ProveSecondFactor(apps, recoveryCodes, attempts, acts, clock);
    }

    @Bean
    ProvePassword provePassword(
            PersonRepository people, PasswordVault passwords, FactorAttemptStore attempts, InstantSource clock) {
        return new ProvePassword(people, passwords, attempts, clock);
    }

    @Bean
    RemoveTotp removeTotp(
            TotpVault apps, RecoveryCodeStore recoveryCodes, FindSecondFactors factors, RecordFactorAct acts) {
        return new RemoveTotp(apps, recoveryCodes, factors, acts);
    }

    @Bean
    RenewRecoveryCodes renewRecoveryCodes(RecoveryCodeStore codes, RecordFactorAct acts) {
        return new RenewRecoveryCodes(codes, acts);
    }
}
