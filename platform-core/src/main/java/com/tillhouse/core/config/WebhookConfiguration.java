package com.tillhouse.core.config;

import com.tillhouse.core.adapter.egress.Egress;
import com.tillhouse.core.adapter.egress.EgressSettings;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresDeliveryStore;
import com.tillhouse.core.adapter.postgres.PostgresEventStore;
import com.tillhouse.core.adapter.postgres.PostgresWebhookEndpointRepository;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.webhook.domain.RetrySchedule;
import com.tillhouse.core.webhook.port.ClaimPolicy;
import com.tillhouse.core.webhook.port.DeliveryStore;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpoint;
import com.tillhouse.core.webhook.usecase.DeliverWebhooks;
import com.tillhouse.core.webhook.usecase.OpenSessionEndpoint;
import com.tillhouse.core.webhook.usecase.RotateWebhookSecret;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EgressProperties.class, WebhookProperties.class})
class WebhookConfiguration {

    @Bean
    WebhookEndpointRepository webhookEndpointRepository(JdbcClient jdbc, SecretVault vault) {
        return new PostgresWebhookEndpointRepository(jdbc, vault);
    }

    @Bean
    EventStore eventStore(JdbcClient jdbc, WebhookEndpointRepository endpoints, JsonMapper json) {
        return new PostgresEventStore(jdbc, endpoints, json);
    }

    @Bean
    DeliveryStore deliveryStore(JdbcClient jdbc, NarrowRole narrow, SecretVault vault) {
        return new PostgresDeliveryStore(jdbc, narrow, vault);
    }

    @Bean
    Egress egress(EgressProperties settings) {
        return new Egress(new EgressSettings(
                settings.allowLocal(),
                settings.deniedRanges(),
                settings.connectTimeout(),
                settings.deadline(),
                settings.connections()));
    }

    @Bean
    UrlPolicy urlPolicy(Egress egress) {
        return egress.urlPolicy();
    }

    @Bean
    AddWebhookEndpoint addWebhookEndpoint(
            UnitOfWork unitOfWork,
            WebhookEndpointRepository endpoints,
            UrlPolicy urls,
            RecordAudit audit,
            InstantSource clock) {
        return new AddWebhookEndpoint(unitOfWork, endpoints, urls, audit, clock);
    }

    @Bean
    OpenSessionEndpoint openSessionEndpoint(
            UnitOfWork unitOfWork, WebhookEndpointRepository endpoints, RecordAudit audit, InstantSource clock) {
        return new OpenSessionEndpoint(unitOfWork, endpoints, audit, clock);
    }

    @Bean
    RotateWebhookSecret rotateWebhookSecret(
            UnitOfWork unitOfWork, WebhookEndpointRepository endpoints, RecordAudit audit, InstantSource clock) {
        return new RotateWebhookSecret(unitOfWork, endpoints, audit, clock);
    }

    @Bean
    DeliverWebhooks deliverWebhooks(
            UnitOfWork unitOfWork,
            DeliveryStore deliveries,
            Egress egress,
            WebhookProperties settings,
            InstantSource clock) {
        return new DeliverWebhooks(
                unitOfWork,
                deliveries,
                egress.webhookSender(),
                new RetrySchedule(new SecureRandom()),
                new ClaimPolicy(settings.lease(), settings.perEndpoint(), settings.perTenant()),
                clock);
    }
}
