package com.tillhouse.admin.operator;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.usecase.AnswerAccess;
import com.tillhouse.core.operator.usecase.ChangeOperatorPolicy;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a tenant sees and says of operators. Takes the slug of the address and asks on every call whether the person may see that tenant. */
@Component
final class TenantSideDesk {
    static final int MOST = 100;

    private final TenantAccess access;
    private final AnswerAccess accesses;
    private final ChangeOperatorPolicy policy;
    private final MemberActs acts;
    private final StepUp stepUp;

    TenantSideDesk(
            TenantAccess access, AnswerAccess accesses, ChangeOperatorPolicy policy, MemberActs acts, StepUp stepUp) {
        this.stepUp = stepUp;
        this.access = access;
        this.accesses = accesses;
        this.policy = policy;
        this.acts = acts;
    }

    Membership business(String slug) {
        return access.require(slug);
    }

    List<AccessGrant> newest(String slug) {
        return accesses.newest(access.require(slug).tenant(), MOST);
    }

    boolean asksFirst(String slug) {
        return policy.asksFirst(access.require(slug).tenant());
    }

    /** Letting somebody in, and saying who is asked, want a second factor; ending never does. */
    void whenProved(Runnable act) {
        stepUp.then(act);
    }

    void askFirst(String slug, boolean ask) {
        TenantId tenant = access.require(slug).tenant();
        PersonId owner = access.member().id();
        acts.record(() -> {
            policy.askFirst(tenant, ask, owner);
            return ask;
        });
    }

    void consent(String slug, String id) {
        TenantId tenant = access.require(slug).tenant();
        PersonId owner = access.member().id();
        acts.record(() -> accesses.consent(tenant, id, owner));
    }

    void end(String slug, String id) {
        TenantId tenant = access.require(slug).tenant();
        PersonId owner = access.member().id();
        acts.record(() -> {
            accesses.end(tenant, id, owner);
            return id;
        });
    }
}
