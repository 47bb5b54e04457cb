package com.tillhouse.local.app;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.api.ApiApplication;
import com.tillhouse.webhooks.WebhooksApplication;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The apps of the platform, and what on the shared classpath is none of their business. */
public enum App {
    API("Tenant API", ApiApplication.class, "platform-api", "com.vaadin."),
    WEBHOOKS(
            "Webhooks",
            WebhooksApplication.class,
            "platform-webhooks",
            "com.vaadin.",
            "org.springdoc.",
            "org.springframework.boot.security."),
    ADMIN(
            "Admin app",
            AdminApplication.class,
            "platform-admin",
            "org.springdoc.",
            "org.springframework.boot.security.oauth2.");

    private final String title;
    private final Class<?> application;
    private final String configuration;
    private final List<String> foreignPackages;

    App(String title, Class<?> application, String configuration, String... foreignPackages) {
        this.title = title;
        this.application = application;
        this.configuration = configuration;
        this.foreignPackages = List.of(foreignPackages);
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(application).properties("spring.config.name=" + configuration);
    }

    /** Keeps away the autoconfigurations that only the neighbours want, as a command line argument. */
    public String ownAutoConfigurations() {
        return "--" + OwnAutoConfigurationFilter.PROPERTY + "=" + String.join(",", foreignPackages);
    }
}
