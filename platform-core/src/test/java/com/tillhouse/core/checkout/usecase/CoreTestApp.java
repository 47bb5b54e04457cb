package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.config.TillhouseCore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The whole core as an app would have it, with Antom scripted. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TillhouseCore.class)
class CoreTestApp {

    @Bean
    ScriptedGateway scriptedGateway() {
        return new ScriptedGateway();
    }

    @Bean
    @Primary
    PaymentGateway primaryGateway(ScriptedGateway scripted) {
        return scripted;
    }
}
