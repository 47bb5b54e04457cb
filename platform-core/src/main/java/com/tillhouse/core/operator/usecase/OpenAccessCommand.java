package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.operator.domain.AccessRequest;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;

/** An operator asks to look into a tenant. Checks itself when made. */
public record OpenAccessCommand(TenantId tenant, AccessRequest request) {
    /** Characters that a reason has at least; fewer say nothing. */
    public static final int SHORTEST_REASON = 10;
    /** Characters that it has at most. */
    public static final int LONGEST_REASON = 500;
    /** An access lasts as long as this at least. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);
    /** And at most. */
    public static final Duration LONGEST = Duration.ofHours(4);

    public OpenAccessCommand {
        Violations found = new Violations();
        String reason = request.reason();
        found.text("/reason", reason, LONGEST_REASON);
        found.require(
                reason.strip().codePointCount(0, reason.strip().length()) >= SHORTEST_REASON,
                "/reason",
                "too_short",
                "must have at least " + SHORTEST_REASON + " characters: the business reads it.");
        found.require(
                request.length().compareTo(SHORTEST) >= 0 && request.length().compareTo(LONGEST) <= 0,
                "/length",
                "out_of_range",
                "must be from " + SHORTEST.toMinutes() + " minutes to " + LONGEST.toHours() + " hours.");
        found.throwIfAny();
    }

    /** An access of the usual kind. */
    public static OpenAccessCommand of(
            TenantId tenant, PersonId operator, AccessScope scope, String reason, Duration length) {
        return new OpenAccessCommand(tenant, new AccessRequest(operator, scope, reason.strip(), length, false));
    }

    /** The same, started without the consent that the tenant wants. */
    public OpenAccessCommand breakingGlass() {
        return new OpenAccessCommand(
                tenant,
                new AccessRequest(request.operator(), request.scope(), request.reason(), request.length(), true));
    }
}
