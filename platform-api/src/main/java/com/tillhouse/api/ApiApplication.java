package com.tillhouse.api;

import com.tillhouse.api.operate.SigningKeyRotation;
import com.tillhouse.core.config.TillhouseCore;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The tenant API with its token endpoint. */
@SpringBootApplication
@EnableConfigurationProperties(ApiSettings.class)
@Import(TillhouseCore.class)
public class ApiApplication {

    /** Starts the app alone in its process, or runs the operators' command that the first argument names. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(SigningKeyRotation.NAME)) {
            System.exit(SigningKeyRotation.run(System.out, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        builder().run(arguments);
    }

    /** The app with its own configuration file, so that several apps can share a process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ApiApplication.class).properties("spring.config.name=platform-api");
    }
}
