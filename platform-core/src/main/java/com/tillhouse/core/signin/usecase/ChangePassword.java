package com.tillhouse.core.signin.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.signin.domain.PasswordMails;
import com.tillhouse.core.signin.domain.PasswordPolicy;
import com.tillhouse.core.signin.port.PasswordStore;
import com.tillhouse.core.signin.port.PasswordStore.PersonChange;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RecordSignIn;
import java.time.Duration;
import java.time.InstantSource;

/** A signed-in person replaces its password. Its other sign-ins end, and it is told by mail. */
public final class ChangePassword {
    private static final Duration NEWS = Duration.ofDays(2);

    private final PersonRepository people;
    private final PasswordStore store;
    private final PasswordVault passwords;
    private final RecordSignIn record;
    private final AdminAddress admin;
    private final InstantSource clock;

    public ChangePassword(
            PersonRepository people,
            PasswordStore store,
            PasswordVault passwords,
            RecordSignIn record,
            AdminAddress admin,
            InstantSource clock) {
        this.people = people;
        this.store = store;
        this.passwords = passwords;
        this.record = record;
        this.admin = admin;
        this.clock = clock;
    }

    /**
     * Replaces it, if the old one is right.
     *
     * @param keep the sign-in that goes on; empty ends all
     */
    public void change(PersonId id, String old, String wanted, String keep) {
        Person person = people.byId(id).filter(Person::enabled).orElseThrow(NotFoundException::new);
        Violations found = new Violations();
        boolean right = passwords.fits(old, person.passwordHash());
        found.require(right, "/old_password", "wrong", "That is not your password.");
        PasswordPolicy.check(found, wanted, person.email());
        found.throwIfAny();
        OutgoingMail news =
                OutgoingMail.to(person.email(), PasswordMails.changed(admin.forgotPassword()), clock.instant(), NEWS);
        PersonChange change = new PersonChange(id, person.passwordHash(), passwords.hash(wanted), keep);
        found.require(store.change(change, news), "/old_password", "wrong", "That is not your password.");
        found.throwIfAny();
        record.note(id, AuditNote.of(AuditAction.PASSWORD_CHANGED, id.toString()));
    }
}
