package com.tillhouse.api.checkout;

import com.tillhouse.api.problem.ProblemMapper;
import com.tillhouse.core.shared.UrlPolicy;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(value = "apiCheckoutConfiguration", proxyBeanMethods = false)
class CheckoutConfiguration {

    @Bean
    OpenSessionMapper openSessionMapper(JsonMapper json, UrlPolicy urls, InstantSource clock) {
        return new OpenSessionMapper(json, urls, clock);
    }

    @Bean
    ReplyMapper replyMapper(ProblemMapper problems, JsonMapper json) {
        return new ReplyMapper(problems, json);
    }
}
