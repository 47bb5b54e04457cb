package com.tillhouse.webhooks.operate;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.invariant.usecase.CheckInvariants;
import com.tillhouse.core.shared.TenantId;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Checks every tenant's money against the invariants, prints each breach on a line of its own (tenant, invariant, object, what is wrong), and ends.
 * Reads only; safe beside the running platform.
 */
public final class InvariantCheck {
    /** The word on the command line that asks for it. */
    public static final String NAME = "check-invariants";

    private static final int BREACHED = 1;

    private InvariantCheck() {}

    /** The core without any of the app's doors and workers. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class Core {}

    /** Runs it with the app's own settings. Answers the exit code: 0 when nothing is breached, else 1. */
    public static int run(PrintStream out, String... settings) {
        try (var context = new SpringApplicationBuilder(Core.class)
                .properties("spring.config.name=platform-webhooks")
                .web(WebApplicationType.NONE)
                .run(settings)) {
            int[] found = new int[1];
            int tenants = context.getBean(CheckInvariants.class).checkAll((tenant, breaches) -> {
                print(out, tenant, breaches);
                found[0] += breaches.size();
            });
            out.printf("%d tenants checked, %d breaches.%n", tenants, found[0]);
            return found[0] == 0 ? 0 : BREACHED;
        }
    }

    private static void print(PrintStream out, TenantId tenant, List<Breach> breaches) {
        breaches.forEach(
                breach -> out.printf("%s %s %s %s%n", tenant, breach.invariant(), breach.objectId(), breach.detail()));
    }
}
