package com.tillhouse.local.app;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.api.ApiApplication;
import com.tillhouse.webhooks.WebhooksApplication;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The apps of the platform, and what on the shared classpath is none of their business. */
public enum App {
    API("Tenant API", ApiApplication::builder, "com.vaadin."),
    WEBHOOKS("Webhooks", WebhooksApplication::builder, "com.vaadin.", "org.springdoc.", "org.springframework.boot.security."),
    ADMIN("Admin app", AdminApplication::builder, "org.springdoc.", "org.springframework.boot.security.oauth2.");

    private final String title;
    private final Supplier<SpringApplicationBuilder> builder;
    private final List<String> foreignPackages;

    App(String title, Supplier<SpringApplicationBuilder> builder, String... foreignPackages) {
        this.title = title;
        this.builder = builder;
        this.foreignPackages = List.of(foreignPackages);
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    SpringApplicationBuilder builder() {
        return builder.get();
    }

    /** Packages whose autoconfigurations only the neighbours want. */
    List<String> foreignPackages() {
        return foreignPackages;
    }
}
