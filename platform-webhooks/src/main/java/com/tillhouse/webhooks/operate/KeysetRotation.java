package com.tillhouse.webhooks.operate;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.keyset.usecase.RotateKeysets;
import java.io.PrintStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives every tenant a fresh key to seal with, seals all secrets anew, prints how many, and ends. Safe beside the running platform. */
public final class KeysetRotation {
    /** The word on the command line that asks for it. */
    public static final String NAME = "rotate-keysets";

    private KeysetRotation() {}

    /** The core without any of the app's doors and workers. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class Core {}

    /** Runs it with the app's own settings. Answers the exit code: 0. */
    public static int run(PrintStream out, String... settings) {
        try (var context = new SpringApplicationBuilder(Core.class)
                .properties("spring.config.name=platform-webhooks")
                .web(WebApplicationType.NONE)
                .run(settings)) {
            RotateKeysets.Report done = context.getBean(RotateKeysets.class).rotateAll();
            out.printf("%d tenants have a fresh key; %d secrets were sealed anew.%n", done.tenants(), done.secrets());
            return 0;
        }
    }
}
