package com.tillhouse.core.config;

import com.tillhouse.core.adapter.password.Argon2PasswordVault;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresMemberRepository;
import com.tillhouse.core.adapter.postgres.PostgresPersonRepository;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RecordSignIn;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

    @Bean
    PersonRepository personRepository(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresPersonRepository(jdbc, narrow);
    }

    @Bean
    MemberRepository memberRepository(JdbcClient jdbc) {
        return new PostgresMemberRepository(jdbc);
    }

    @Bean
    PasswordVault passwordVault() {
        return new Argon2PasswordVault();
    }

    @Bean
    AddMember addMember(
            UnitOfWork unitOfWork,
            PersonRepository people,
            MemberRepository members,
            PasswordVault passwords,
            RecordAudit audit,
            InstantSource clock) {
        return new AddMember(unitOfWork, people, members, passwords, audit, clock);
    }

    @Bean
    RecordSignIn recordSignIn(UnitOfWork unitOfWork, PersonRepository people, RecordAudit audit) {
        return new RecordSignIn(unitOfWork, people, audit);
    }

    @Bean
    FindMember findMember(
            UnitOfWork unitOfWork, PersonRepository people, MemberRepository members, PasswordVault passwords) {
        return new FindMember(unitOfWork, people, members, passwords);
    }
}
