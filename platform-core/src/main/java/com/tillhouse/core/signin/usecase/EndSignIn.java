package com.tillhouse.core.signin.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.port.SignInStore;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.RecordSignIn;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Ends sign-ins of a person; each of its tenants is told. */
public final class EndSignIn {
    private final SignInStore signIns;
    private final RecordSignIn record;
    private final InstantSource clock;

    public EndSignIn(SignInStore signIns, RecordSignIn record, InstantSource clock) {
        this.signIns = signIns;
        this.record = record;
        this.clock = clock;
    }

    /** The person signs out; nothing happens when that sign-in was over already. */
    public void signOut(PersonId person, String id) {
        if (signIns.end(person, id, SignIn.End.SIGNED_OUT, clock.instant())) {
            record.note(person, AuditNote.of(AuditAction.SIGNED_OUT, person.toString()));
        }
    }

    /**
     * The person ends one of its sign-ins from another.
     *
     * @throws NotFoundException when it has no such sign-in that counts
     */
    public void revoke(PersonId person, String id) {
        if (!signIns.end(person, id, SignIn.End.REVOKED, clock.instant())) {
            throw new NotFoundException();
        }
        record.note(
                person,
                AuditNote.of(AuditAction.SIGN_IN_REVOKED, person.toString()).with("number", 1));
    }

    /** The person ends all of its sign-ins but this one; answers how many. */
    public int revokeOthers(PersonId person, @Nullable String but) {
        int ended = signIns.endOthers(person, but, SignIn.End.REVOKED, clock.instant());
        if (ended > 0) {
            record.note(
                    person,
                    AuditNote.of(AuditAction.SIGN_IN_REVOKED, person.toString()).with("number", ended));
        }
        return ended;
    }
}
