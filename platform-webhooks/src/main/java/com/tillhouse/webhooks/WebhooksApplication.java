package com.tillhouse.webhooks;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.webhooks.operate.AuditCheck;
import com.tillhouse.webhooks.operate.InvariantCheck;
import com.tillhouse.webhooks.operate.KeysetRotation;
import com.tillhouse.webhooks.operate.MasterKeyMaking;
import com.tillhouse.webhooks.operate.MasterKeyRotation;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Everything asynchronous: notifications in, webhooks out, recovery. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@Import(TillhouseCore.class)
public class WebhooksApplication {

    /** Starts the app alone in its process, or runs the operators' command that the first argument names. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(InvariantCheck.NAME)) {
            System.exit(InvariantCheck.run(System.out, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals(AuditCheck.NAME)) {
            System.exit(AuditCheck.run(System.out, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals(MasterKeyMaking.NAME)) {
            System.exit(MasterKeyMaking.run(System.out, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals(MasterKeyRotation.NAME)) {
            System.exit(MasterKeyRotation.run(System.out, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals(KeysetRotation.NAME)) {
            System.exit(KeysetRotation.run(System.out, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        builder().run(arguments);
    }

    /** The app with its own configuration file, so that several apps can share a process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(WebhooksApplication.class)
                .properties("spring.config.name=platform-webhooks");
    }
}
