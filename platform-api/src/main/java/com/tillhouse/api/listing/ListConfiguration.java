package com.tillhouse.api.listing;

import com.tillhouse.core.shared.CursorSeal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ListConfiguration {

    @Bean
    ListMapper listMapper(CursorSeal seal, JsonMapper json) {
        return new ListMapper(seal, json);
    }
}
