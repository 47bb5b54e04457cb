package com.tillhouse.webhooks;

import com.tillhouse.core.config.TillhouseCore;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Everything asynchronous: notifications in, webhooks out, recovery. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@Import(TillhouseCore.class)
public class WebhooksApplication {

    /** Starts the app alone in its process. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The app with its own configuration file, so that several apps can share a process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(WebhooksApplication.class)
                .properties("spring.config.name=platform-webhooks");
    }
}
