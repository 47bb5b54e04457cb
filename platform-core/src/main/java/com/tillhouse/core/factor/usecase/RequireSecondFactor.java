package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.factor.port.SecondFactorRuleStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A tenant's own rule: whether every member needs a second factor, and from when on. */
public final class RequireSecondFactor {
    /** How long members have to add one. */
    public static final Duration GRACE = Duration.ofDays(7);

    private final UnitOfWork unitOfWork;
    private final SecondFactorRuleStore rules;
    private final FindSecondFactors factors;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RequireSecondFactor(
            UnitOfWork unitOfWork,
            SecondFactorRuleStore rules,
            FindSecondFactors factors,
            RecordAudit audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.rules = rules;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /** From when on every member needs one; empty when the tenant has no such rule. */
    public Optional<Instant> requiredFrom(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> rules.requiredFrom(tenant));
    }

    /** From when on this member needs one that it does not have yet; empty when it has one, or needs none. */
    public Optional<Instant> missingFrom(TenantId tenant, PersonId person) {
        return requiredFrom(tenant).filter(from -> !factors.of(person).any());
    }

    /** Changes the rule. Repeating it changes nothing, the day least of all. */
    public void change(RequireSecondFactorCommand command) {
        TenantId tenant = command.tenant();
        unitOfWork.runInTenant(tenant, () -> {
            Instant now = clock.instant();
            Optional<Instant> before = rules.lock(tenant, now);
            if (before.isPresent() == command.everybody()) {
                return;
            }
            Instant from = command.everybody() ? now.plus(GRACE) : null;
            rules.put(tenant, from, now);
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.SECOND_FACTOR_RULE_CHANGED, tenant.toString())
                            .with("everybody", command.everybody())
                            .with("from", from));
        });
    }
}
