package com.tillhouse.core.signin.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.signin.domain.PasswordMails;
import com.tillhouse.core.signin.domain.PasswordPolicy;
import com.tillhouse.core.signin.domain.ResetClosedException;
import com.tillhouse.core.signin.port.PasswordStore;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RecordSignIn;
import java.time.Duration;
import java.time.InstantSource;

/** Sets a new password for whoever comes with the token of a mail. Signs nobody in: a second factor stays as it was. */
public final class ResetPassword {
    private static final Duration NEWS = Duration.ofDays(2);

    private final PersonRepository people;
    private final PasswordStore store;
    private final PasswordVault passwords;
    private final RecordSignIn record;
    private final AdminAddress admin;
    private final InstantSource clock;

    public ResetPassword(
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
     * The address that a new password may be set for.
     *
     * @throws ResetClosedException when the token sets none, for whatever reason
     */
    public EmailAddress offer(String token) {
        return person(read(token)).email();
    }

    /**
     * Sets it. All sign-ins of the person end, and it is told by mail.
     *
     * @throws ResetClosedException when the token sets none, for whatever reason
     */
    public void reset(String token, String password) {
        MailToken read = read(token);
        Person person = person(read);
        Violations found = new Violations();
        PasswordPolicy.check(found, password, person.email());
        found.throwIfAny();
        OutgoingMail news =
                OutgoingMail.to(person.email(), PasswordMails.changed(admin.forgotPassword()), clock.instant(), NEWS);
        if (!store.reset(read, person.id(), passwords.hash(password), news)) {
            throw new ResetClosedException();
        }
        record.note(
                person.id(),
                AuditNote.of(AuditAction.PASSWORD_RESET, person.id().toString()));
    }

    private Person person(MailToken token) {
        return store.emailOf(token, clock.instant())
                .flatMap(people::byEmail)
                .filter(Person::enabled)
                .orElseThrow(ResetClosedException::new);
    }

    private static MailToken read(String token) {
        return MailToken.read(token).orElseThrow(ResetClosedException::new);
    }
}
