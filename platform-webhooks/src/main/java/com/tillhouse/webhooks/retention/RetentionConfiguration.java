package com.tillhouse.webhooks.retention;

import com.tillhouse.core.erasure.EraseOldBuyerData;
import com.tillhouse.core.gatewaykey.usecase.RetireGatewayKeys;
import com.tillhouse.core.idempotency.ForgetOldKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    RetentionJob retentionJob(ForgetOldKeys keys, EraseOldBuyerData buyers) {
        return new RetentionJob(keys, buyers);
    }

    @Bean
    KeyRetirementJob keyRetirementJob(RetireGatewayKeys keys) {
        return new KeyRetirementJob(keys);
    }
}
