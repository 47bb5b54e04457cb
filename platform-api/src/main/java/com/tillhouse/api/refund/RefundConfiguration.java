package com.tillhouse.api.refund;

import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.refund.usecase.RefundReplyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

@Configuration(value = "apiRefundConfiguration", proxyBeanMethods = false)
class RefundConfiguration {
    @Bean
    RefundRequestMapper refundRequestMapper(FingerprintMapper fingerprints) {
        return new RefundRequestMapper(fingerprints);
    }

    @Bean
    RefundReplyMapper refundReplyMapper(JsonMapper json) {
        return refund -> Reply.first(HttpStatus.CREATED.value(), json.writeValueAsBytes(refund));
    }
}
