package com.tillhouse.admin.operator;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.OwnAccess;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.usecase.OpenAccess;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.tillhouse.core.operator.usecase.SuspendForReason;
import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The console's only way to the core. Asks on every call whether the signed-in person is an operator now. */
@Component
final class OperatorDesk {
    private final TenantAccess access;
    private final UseAccess visits;
    private final OpenAccess opening;
    private final SuspendForReason suspending;
    private final MemberActs acts;
    private final StepUp stepUp;

    OperatorDesk(
            TenantAccess access,
            UseAccess visits,
            OpenAccess opening,
            SuspendForReason suspending,
            MemberActs acts,
            StepUp stepUp) {
        this.stepUp = stepUp;
        this.access = access;
        this.visits = visits;
        this.opening = opening;
        this.suspending = suspending;
        this.acts = acts;
    }

    /** Fails, as a page that never was, for who runs nothing. */
    PersonId onDuty() {
        if (!access.operator()) {
            throw new NotFoundException();
        }
        return access.member().id();
    }

    /** Opening, suspending and resuming go through here: nobody without a second factor, shown minutes ago, runs anything. */
    void whenProved(Runnable act) {
        onDuty();
        stepUp.then(act);
    }

    /** An operator without a second factor sees nothing until it has one. */
    boolean leadsToEnrolment(BeforeEnterEvent event) {
        return stepUp.leadsToEnrolment(event);
    }

    String email() {
        return access.member().email();
    }

    List<TenantEntry> tenants() {
        return visits.tenants(onDuty());
    }

    List<OwnAccess> accesses() {
        return visits.accesses(onDuty());
    }

    AccessGrant open(TenantId tenant, AccessScope scope, String reason, Duration length, boolean breakGlass) {
        OpenAccessCommand usual = OpenAccessCommand.of(tenant, onDuty(), scope, reason, length);
        return acts.record(() -> opening.open(breakGlass ? usual.breakingGlass() : usual));
    }

    void leave(TenantId tenant, String id) {
        PersonId operator = onDuty();
        acts.record(() -> {
            visits.leave(tenant, id, operator);
            return id;
        });
    }

    void suspend(TenantId tenant, String reason) {
        PersonId operator = onDuty();
        acts.record(() -> {
            suspending.suspend(tenant, operator, reason);
            return tenant;
        });
    }

    void resume(TenantId tenant, String reason) {
        PersonId operator = onDuty();
        acts.record(() -> {
            suspending.resume(tenant, operator, reason);
            return tenant;
        });
    }
}
