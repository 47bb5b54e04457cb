package com.tillhouse.webhooks.operate;

import com.tillhouse.core.audit.domain.AuditAnchor;
import com.tillhouse.core.audit.domain.AuditBreak;
import com.tillhouse.core.audit.domain.AuditHash;
import com.tillhouse.core.audit.domain.AuditVerdict;
import com.tillhouse.core.audit.usecase.VerifyAuditTrail;
import com.tillhouse.core.shared.TenantId;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/**
 * Verifies every tenant's audit trail, and ends. Prints a line for each: its id, the number of the last entry and the hash of that. Kept outside the
 * platform, these lines are anchors: given with {@code --audit.anchors=FILE} the next time, they prove that nothing up to there was rewritten or cut off.
 * Reads only; safe beside the running platform.
 */
public final class AuditCheck {
    /** The word on the command line that asks for it. */
    public static final String NAME = "verify-audit";

    private static final int BROKEN = 1;
    private static final Pattern ANCHOR = Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,18}) ([0-9a-f]{64})");

    private AuditCheck() {}

    /** Runs it with the app's own settings. Answers the exit code: 0 when every chain holds, else 1. */
    public static int run(PrintStream out, String... settings) {
        try (var context = new SpringApplicationBuilder(InvariantCheck.Core.class)
                .properties("spring.config.name=platform-webhooks")
                .web(WebApplicationType.NONE)
                .run(settings)) {
            Map<TenantId, AuditAnchor> anchors = anchors(context.getBean(Environment.class));
            Map<TenantId, AuditAnchor> unseen = new LinkedHashMap<>(anchors);
            int[] tenants = new int[1];
            int broken = context.getBean(VerifyAuditTrail.class).verifyAll(anchors::get, (tenant, verdict) -> {
                print(out, tenant, verdict);
                unseen.remove(tenant);
                tenants[0]++;
            });
            unseen.forEach((tenant, anchor) ->
                    out.printf("%s BROKEN: the tenant is gone, entry %d was there once%n", tenant, anchor.number()));
            int all = broken + unseen.size();
            out.printf(
                    "%d audit trails verified, %d compared with anchors, %d broken.%n",
                    tenants[0], anchors.size(), all);
            return all == 0 ? 0 : BROKEN;
        }
    }

    private static void print(PrintStream out, TenantId tenant, AuditVerdict verdict) {
        AuditBreak broken = verdict.broken();
        if (broken == null) {
            out.printf(
                    "%s %d %s%n",
                    tenant,
                    verdict.verified().number(),
                    verdict.verified().hash().hex());
        } else {
            out.printf("%s BROKEN %s: entry %d %s%n", tenant, broken.fault(), broken.number(), broken.detail());
        }
    }

    /** The lines of an earlier run; what is no anchor, such as its last line, is passed over. */
    private static Map<TenantId, AuditAnchor> anchors(Environment settings) {
        String file = settings.getProperty("audit.anchors");
        Map<TenantId, AuditAnchor> anchors = new LinkedHashMap<>();
        if (file == null) {
            return anchors;
        }
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            lines.map(ANCHOR::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> anchors.put(
                            new TenantId(UUID.fromString(line.group(1))),
                            new AuditAnchor(Long.parseLong(line.group(2)), new AuditHash(line.group(3)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return anchors;
    }
}
