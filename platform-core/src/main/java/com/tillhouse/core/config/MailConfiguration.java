package com.tillhouse.core.config;

import com.tillhouse.core.adapter.mail.SmtpMailSender;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresMailStore;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.port.MailSender;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.mail.usecase.SendMails;
import com.tillhouse.core.shared.SecretVault;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    AdminAddress adminAddress(@Value("${tillhouse.public-admin-url}") URI base) {
        return new AdminAddress(base);
    }

    @Bean
    MailStore mailStore(JdbcClient jdbc, NarrowRole narrow, SecretVault vault, JsonMapper json) {
        return new PostgresMailStore(jdbc, narrow, vault, json);
    }

    @Bean
    MailSender mailSender(MailProperties settings, InstantSource clock) {
        return new SmtpMailSender(settings.settings(), clock);
    }

    @Bean
    SendMails sendMails(MailStore mails, MailSender sender, InstantSource clock) {
        return new SendMails(mails, sender, clock);
    }
}
