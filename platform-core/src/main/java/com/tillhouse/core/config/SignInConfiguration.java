package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresPasswordStore;
import com.tillhouse.core.adapter.postgres.PostgresSignInStore;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.signin.port.PasswordStore;
import com.tillhouse.core.signin.port.SignInStore;
import com.tillhouse.core.signin.usecase.ChangePassword;
import com.tillhouse.core.signin.usecase.EndSignIn;
import com.tillhouse.core.signin.usecase.FollowSignIn;
import com.tillhouse.core.signin.usecase.NoteFailedSignIns;
import com.tillhouse.core.signin.usecase.RequestPasswordReset;
import com.tillhouse.core.signin.usecase.ResetPassword;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RecordSignIn;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    SignInStore signInStore(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresSignInStore(jdbc, narrow);
    }

    @Bean
    PasswordStore passwordStore(JdbcClient jdbc, NarrowRole narrow, MailStore mails) {
        return new PostgresPasswordStore(jdbc, narrow, mails);
    }

    @Bean
    FollowSignIn followSignIn(SignInStore signIns, InstantSource clock) {
        return new FollowSignIn(signIns, clock);
    }

    @Bean
    EndSignIn endSignIn(SignInStore signIns, RecordSignIn record, InstantSource clock) {
        return new EndSignIn(signIns, record, clock);
    }

    @Bean
    NoteFailedSignIns noteFailedSignIns(PersonRepository people, RecordSignIn record) {
        return new NoteFailedSignIns(people, record);
    }

    @Bean
    RequestPasswordReset requestPasswordReset(
            PersonRepository people, PasswordStore passwords, AdminAddress admin, InstantSource clock) {
        return new RequestPasswordReset(people, passwords, admin, clock);
    }

    @Bean
    ResetPassword resetPassword(
            PersonRepository people,
            PasswordStore store,
            PasswordVault passwords,
            RecordSignIn record,
            AdminAddress admin,
            InstantSource clock) {
        return new ResetPassword(people, store, passwords, record, admin, clock);
    }

    @Bean
    ChangePassword changePassword(
            PersonRepository people,
            PasswordStore store,
            PasswordVault passwords,
            RecordSignIn record,
            AdminAddress admin,
            InstantSource clock) {
        return new ChangePassword(people, store, passwords, record, admin, clock);
    }
}
