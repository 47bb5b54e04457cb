package com.tillhouse.webhooks.operate;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.keyset.domain.KeysetNotOpenedException;
import com.tillhouse.core.keyset.usecase.RotateMasterKey;
import java.io.PrintStream;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts every keyset under the newest master key of the settings, prints how many, and ends. Safe beside the running platform as long as every process knows the
 * old master key and the new one; may be stopped and repeated. With {@code again} as first setting it rewraps also what the newest key wraps
 * already, for a key that its server has changed under the same name.
 */
public final class MasterKeyRotation {
    /** The word on the command line that asks for it. */
    public static final String NAME = "rotate-master-key";

    /** The word behind it that leaves nothing out. */
    public static final String AGAIN = "again";

    private static final int FAILED = 1;

    private MasterKeyRotation() {}

    /** The core without any of the app's doors and workers. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class Core {}

    /** Runs it with the app's own settings. Answers the exit code: 0 when the older master keys are needed no more, else 1. */
    public static int run(PrintStream out, String... arguments) {
        boolean again = arguments.length > 0 && arguments[0].equals(AGAIN);
        String[] settings = again ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        try (var context = new SpringApplicationBuilder(Core.class)
                .properties("spring.config.name=platform-webhooks")
                .web(WebApplicationType.NONE)
                .run(settings)) {
            RotateMasterKey rotate = context.getBean(RotateMasterKey.class);
            RotateMasterKey.Report done = again ? rotate.rewrapAllAgain() : rotate.rewrapAll();
            done.failures().forEach(failure -> out.printf("%s failed: %s%n", failure.tenant(), failure.why()));
            out.printf(
                    "%s wraps now. Platform: %s. Tenants: %d rewrapped, %d needed nothing, %d failed.%n",
                    done.masterKey(),
                    done.platform() ? "rewrapped" : "needed nothing",
                    done.rewrapped(),
                    done.already(),
                    done.failures().size());
            return done.failures().isEmpty() ? 0 : FAILED;
        } catch (KeysetNotOpenedException e) {
            out.println("Nothing was done: " + e.detail());
            return FAILED;
        }
    }
}
