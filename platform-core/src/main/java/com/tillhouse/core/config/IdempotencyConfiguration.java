package com.tillhouse.core.config;

import com.tillhouse.core.idempotency.ActOnce;
import com.tillhouse.core.idempotency.ForgetOldKeys;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.shared.UnitOfWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
    @Bean
    ActOnce actOnce(UnitOfWork unitOfWork, IdempotencyStore keys) {
        return new ActOnce(unitOfWork, keys);
    }

    @Bean
    ForgetOldKeys forgetOldKeys(IdempotencyStore keys) {
        return new ForgetOldKeys(keys);
    }
}
