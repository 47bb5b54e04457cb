package com.tillhouse.core.operator.domain;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look of one operator into one tenant, with times of the database.
 *
 * @param operatorName its e-mail address
 * @param reason why, in the operator's words; the tenant reads it
 * @param length how long it lasts from its start
 * @param breakGlass true when it started although the tenant asks for consent first
 * @param startsAt null while an owner's consent is missing
 * @param consentedBy e-mail address of the owner who agreed, if one had to
 * @param endedAt when somebody ended it before its time
 * @param endedBy e-mail address of whoever did
 */
public record AccessGrant(
        TenantId tenant,
        String id,
        PersonId operator,
        String operatorName,
        AccessScope scope,
        String reason,
        Duration length,
        boolean breakGlass,
        Instant requestedAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String consentedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    /** How long a request waits for consent. */
    public static final Duration LAPSES_AFTER = Duration.ofHours(24);

    /** True from its start, up to but not at its end. The database decides by the same rule, on each act. */
    public boolean openAt(Instant now) {
        return startsAt != null
                && endsAt != null
                && !now.isBefore(startsAt)
                && now.isBefore(endsAt)
                && (endedAt == null || now.isBefore(endedAt));
    }

    /** How far it is at this moment. */
    public AccessStatus statusAt(Instant now) {
        if (openAt(now)) {
            return AccessStatus.OPEN;
        }
        if (startsAt != null) {
            return AccessStatus.ENDED;
        }
        boolean waits = endedAt == null && now.isBefore(requestedAt.plus(LAPSES_AFTER));
        return waits ? AccessStatus.WAITING : AccessStatus.NEVER_STARTED;
    }
}
