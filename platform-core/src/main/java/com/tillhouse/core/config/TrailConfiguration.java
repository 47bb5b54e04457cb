package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresTrailStore;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.port.TrailStore;
import com.tillhouse.core.trail.usecase.FindTrail;
import com.tillhouse.core.trail.usecase.RecordAct;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    @Bean
    TrailStore trailStore(JdbcClient jdbc, JsonMapper json) {
        return new PostgresTrailStore(jdbc, json);
    }

    @Bean
    FindTrail findTrail(UnitOfWork unitOfWork, TrailStore trail) {
        return new FindTrail(unitOfWork, trail);
    }

    @Bean
    RecordAct recordAct(UnitOfWork unitOfWork, InstantSource clock) {
        return new RecordAct(unitOfWork, clock);
    }
}
