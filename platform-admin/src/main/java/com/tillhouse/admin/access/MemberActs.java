package com.tillhouse.admin.access;

import com.tillhouse.core.signin.usecase.EndSignIn;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.RecordSignIn;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import com.vaadin.flow.server.VaadinRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the core know that it works for the signed-in person, and where that person sits. Whatever changes something goes through here. */
@Component
public final class MemberActs {
    private final TenantAccess access;
    private final RecordAct acts;
    private final RecordSignIn signIns;
    private final ShownFactors shown;
    private final EndSignIn endSignIn;
    private final FailedSignIns failures;

    MemberActs(
            TenantAccess access,
            RecordAct acts,
            RecordSignIn signIns,
            ShownFactors shown,
            EndSignIn endSignIn,
            FailedSignIns failures) {
        this.shown = shown;
        this.access = access;
        this.acts = acts;
        this.signIns = signIns;
        this.endSignIn = endSignIn;
        this.failures = failures;
    }

    /** Does the work on behalf of the signed-in person, and answers what it answers. */
    public <T, X extends Throwable> T record(ScopedValue.CallableOp<T, X> work) throws X {
        return recordOf(Actor.member(access.member().personId()).having(shown.assurance()), work);
    }

    /**
     * Does work that names its person itself, of somebody who is not signed in but has the link of a mail.
     *
     * @param who what is known of it beforehand, such as the id of an invitation
     */
    public <T, X extends Throwable> T recordOf(String who, ScopedValue.CallableOp<T, X> work) throws X {
        return recordOf(Actor.member(who), work);
    }

    private <T, X extends Throwable> T recordOf(Actor member, ScopedValue.CallableOp<T, X> work) throws X {
        VaadinRequest request = VaadinRequest.getCurrent();
        return acts.record(
                request == null ? member : member.from(request.getRemoteAddr(), request.getHeader("User-Agent")), work);
    }

    /** Ends the sign-in of somebody who signs out, and tells the person's tenants. */
    void signedOut(FollowedSignIn signIn, String address, @Nullable String agent) {
        acts.record(Actor.member(signIn.personId()).from(address, agent), () -> {
            endSignIn.signOut(PersonId.parse(signIn.personId()), signIn.id());
            return signIn;
        });
    }

    /** Has the tenants told later of whoever has this e-mail address, if anybody does. */
    void failed(String email, String address) {
        failures.count(email, address);
    }

    /** Tells the person's tenants that it signed in. */
    void signedIn(PersonId person, String address) {
        acts.record(Actor.member(person.toString()).from(address, null), () -> {
            signIns.succeeded(person);
            return person;
        });
    }
}
