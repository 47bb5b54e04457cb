package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The whole core as an app would have it; Antom believes every key, unless it is told not to. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TillhouseCore.class)
class AuditTestApp {
    static final AtomicBoolean BELIEVES = new AtomicBoolean(true);
    private static final ProviderResult WELL = new ProviderResult("S", "SUCCESS", "success.");

    @Bean
    @Primary
    KeyProofGateway believing() {
        return account -> BELIEVES.get() ? new Outcome.Confirmed<>(WELL, WELL) : new Outcome.Declined<>(WELL);
    }
}
