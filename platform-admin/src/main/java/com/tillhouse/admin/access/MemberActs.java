package com.tillhouse.admin.access;

import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.RecordSignIn;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.stereotype.Component;

/** Lets the core know that it works for the signed-in person, and where that person sits. Whatever changes something goes through here. */
@Component
public final class MemberActs {
    private final TenantAccess access;
    private final RecordAct acts;
    private final RecordSignIn signIns;
    private final ShownFactors shown;

    MemberActs(TenantAccess access, RecordAct acts, RecordSignIn signIns, ShownFactors shown) {
        this.shown = shown;
        this.access = access;
        this.acts = acts;
        this.signIns = signIns;
    }

    /** Does the work on behalf of the signed-in person, and answers what it answers. */
    public <T, X extends Throwable> T record(ScopedValue.CallableOp<T, X> work) throws X {
        Actor member = Actor.member(access.member().personId()).having(shown.assurance());
        VaadinRequest request = VaadinRequest.getCurrent();
        return acts.record(
                request == null ? member : member.from(request.getRemoteAddr(), request.getHeader("User-Agent")), work);
    }

    /** Tells the person's tenants that it signed in. */
    void signedIn(PersonId person, String address) {
        acts.record(Actor.member(person.toString()).from(address, null), () -> {
            signIns.succeeded(person);
            return person;
        });
    }
}
