package com.tillhouse.core.config;

import com.tillhouse.core.adapter.password.Argon2PasswordVault;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresMemberRepository;
import com.tillhouse.core.adapter.postgres.PostgresPersonRepository;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.PersonRepository;
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
            InstantSource clock) {
        return new AddMember(unitOfWork, people, members, passwords, clock);
    }

    @Bean
    FindMember findMember(
            UnitOfWork unitOfWork, PersonRepository people, MemberRepository members, PasswordVault passwords) {
        return new FindMember(unitOfWork, people, members, passwords);
    }
}
