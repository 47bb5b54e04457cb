package com.tillhouse.api.limit;

import com.tillhouse.api.problem.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {
    private static final String TOKEN = "/oauth2/token";

    @Bean
    RequestLimits requestLimits(LimitSettings settings, InstantSource clock) {
        return new RequestLimits(settings, meter(clock));
    }

    /** Behind what gives each request its id and what waits for a form, before everything that costs something. */
    @Bean
    FilterRegistrationBean<LoadFilter> loadFilter(LimitSettings settings, ProblemWriter writer) {
        FilterRegistrationBean<LoadFilter> filter =
                new FilterRegistrationBean<>(new LoadFilter(settings.atOnce(), writer));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return filter;
    }

    @Bean
    FilterRegistrationBean<AddressLimitFilter> addressLimitFilter(LimitSettings settings, InstantSource clock) {
        AddressLimits limits = new AddressLimits(settings, meter(clock));
        FilterRegistrationBean<AddressLimitFilter> filter =
                new FilterRegistrationBean<>(new AddressLimitFilter(limits, TOKEN));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    private static TimeMeter meter(InstantSource clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
