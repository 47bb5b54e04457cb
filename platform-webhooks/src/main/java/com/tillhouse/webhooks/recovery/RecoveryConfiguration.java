package com.tillhouse.webhooks.recovery;

import com.tillhouse.core.checkout.usecase.RecoverPayments;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoveryProperties.class)
class RecoveryConfiguration {

    @Bean
    RecoveryWorker recoveryWorker(RecoverPayments recover, SyncPayment sync, RecoveryProperties settings) {
        return new RecoveryWorker(recover, sync, settings);
    }
}
