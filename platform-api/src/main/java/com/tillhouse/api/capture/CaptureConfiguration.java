package com.tillhouse.api.capture;

import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.core.capture.usecase.CaptureReplyMapper;
import com.tillhouse.core.idempotency.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

@Configuration(value = "apiCaptureConfiguration", proxyBeanMethods = false)
class CaptureConfiguration {
    @Bean
    CaptureRequestMapper captureRequestMapper(FingerprintMapper fingerprints) {
        return new CaptureRequestMapper(fingerprints);
    }

    @Bean
    CaptureReplyMapper captureReplyMapper(JsonMapper json) {
        return capture -> Reply.first(HttpStatus.CREATED.value(), json.writeValueAsBytes(capture));
    }
}
