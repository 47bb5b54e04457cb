package com.tillhouse.api.problem;

import com.tillhouse.api.ApiSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemMapper problemMapper(ApiSettings settings) {
        return new ProblemMapper(settings);
    }

    @Bean
    ProblemWriter problemWriter(ProblemMapper problems, JsonMapper json) {
        return new ProblemWriter(problems, json);
    }
}
