package com.tillhouse.api.operate;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.token.RotateSigningKey;
import com.tillhouse.core.token.SigningKey;
import java.io.PrintStream;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts a new key in the place of the one that signs access tokens, and ends. Safe beside the running platform, which follows without a restart and without refusing
 * a token. With {@code compromised} as first setting the old keys end at once, and so do the tokens that they signed.
 */
public final class SigningKeyRotation {
    /** The word on the command line that asks for it. */
    public static final String NAME = "rotate-signing-key";

    /** The word behind it that leaves no overlap. */
    public static final String COMPROMISED = "compromised";

    private SigningKeyRotation() {}

    /** The core without any of the app's doors. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class Core {}

    /** Runs it with the app's own settings. Answers the exit code: 0. */
    public static int run(PrintStream out, String... arguments) {
        boolean atOnce = arguments.length > 0 && arguments[0].equals(COMPROMISED);
        String[] settings = atOnce ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        try (var context = new SpringApplicationBuilder(Core.class)
                .properties("spring.config.name=platform-api")
                .web(WebApplicationType.NONE)
                .run(settings)) {
            RotateSigningKey rotate = context.getBean(RotateSigningKey.class);
            SigningKey key = atOnce ? rotate.replaceAtOnce() : rotate.rotate();
            out.printf(
                    atOnce
                            ? "%s signs from now on; all other keys and their tokens have ended.%n"
                            : "%s is published and signs soon; the key before it stays until its last token has ended.%n",
                    key.kid());
            return 0;
        }
    }
}
