package com.tillhouse.admin.access;

import jakarta.servlet.ServletContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The port for the cluster tells the health and is no second door to anything else. */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

    /** Comes first; of a request to the app itself it knows by its servlet context that it is none of its business. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, ServletContext app) throws Exception {
        return http.securityMatcher(request -> !app.equals(request.getServletContext()))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
