package com.tillhouse.core.signin.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RecordSignIn;
import java.time.Instant;

/** Tells the tenants of a person that somebody failed to sign in as it. Never on the thread that signs in: that would tell which addresses are known. */
public final class NoteFailedSignIns {
    private final PersonRepository people;
    private final RecordSignIn record;

    public NoteFailedSignIns(PersonRepository people, RecordSignIn record) {
        this.people = people;
        this.record = record;
    }

    /**
     * One entry for however many failures; none when the address is nobody's.
     *
     * @param typed as it was tried
     * @param number how often, since the first
     * @param address the IP address of the last
     */
    public void note(String typed, int number, Instant first, String address) {
        EmailAddress.read(typed)
                .flatMap(people::byEmail)
                .ifPresent(person -> record.tell(
                        person.id(),
                        AuditNote.of(AuditAction.SIGN_IN_FAILED, person.id().toString())
                                .with("email", person.email().value())
                                .with("number", number)
                                .with("first_at", first)
                                .with("last_address", address)));
    }
}
