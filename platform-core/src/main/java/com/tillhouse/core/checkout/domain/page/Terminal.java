package com.tillhouse.core.checkout.domain.page;

import com.tillhouse.core.shared.Violations;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the buyer sits at (Antom: env). WEB unless said otherwise; an operating system must be named for all but WEB. */
public record Terminal(
        String terminalType,
        @Nullable String osType,
        @Nullable Device device) {
    private static final Set<String> TYPES = Set.of("WEB", "WAP", "APP", "MINI_APP");
    private static final Set<String> SYSTEMS = Set.of("IOS", "ANDROID");

    void check(Violations found) {
        found.optionalWord("/terminal_type", terminalType, TYPES);
        found.optionalWord("/os_type", osType, SYSTEMS);
        found.require(
                "WEB".equals(terminalType) || osType != null,
                "/os_type",
                "required",
                "must be IOS or ANDROID unless terminal_type is WEB.");
        if (device != null) {
            device.check("/device", found);
        }
    }
}
