package com.tillhouse.api.idempotency;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(value = "apiIdempotencyConfiguration", proxyBeanMethods = false)
class IdempotencyConfiguration {
    @Bean
    FingerprintMapper fingerprintMapper(JsonMapper json) {
        return new FingerprintMapper(json);
    }
}
