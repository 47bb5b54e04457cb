package com.tillhouse.webhooks;

import com.tillhouse.core.config.TillhouseCore;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Everything asynchronous: notifications in, webhooks out, recovery. Reads {@code platform-webhooks.yaml}, so that several apps can share a class path. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@Import(TillhouseCore.class)
public class WebhooksApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, ready to be run. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(WebhooksApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "platform-webhooks"));
        return application;
    }
}
