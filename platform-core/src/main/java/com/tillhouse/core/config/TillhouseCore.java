package com.tillhouse.core.config;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The whole core for an app: {@code @Import(TillhouseCore.class)}. */
@Configuration(proxyBeanMethods = false)
@Import({
    PersistenceConfiguration.class,
    VaultConfiguration.class,
    AntomConfiguration.class,
    TenantConfiguration.class,
    MemberConfiguration.class,
    FactorConfiguration.class,
    MailConfiguration.class,
    TeamConfiguration.class,
    SignInConfiguration.class,
    PasskeyConfiguration.class,
    ApiClientConfiguration.class,
    ClientKeyConfiguration.class,
    GatewayKeyConfiguration.class,
    IdempotencyConfiguration.class,
    CheckoutConfiguration.class,
    CaptureConfiguration.class,
    RefundConfiguration.class,
    ReviewConfiguration.class,
    InvariantConfiguration.class,
    NotificationConfiguration.class,
    WebhookConfiguration.class,
    TrailConfiguration.class,
    AuditConfiguration.class,
    OperatorConfiguration.class,
    ErasureConfiguration.class,
    ApprovalConfiguration.class
})
public class TillhouseCore {
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** Ticks in microseconds, as PostgreSQL keeps time, so that what was answered and what is read back are equal. */
    @Bean
    InstantSource instantSource() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Bean
    JsonMapper jsonMapper() {
        return TillhouseJson.mapper();
    }
}
