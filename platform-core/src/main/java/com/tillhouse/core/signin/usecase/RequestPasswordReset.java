package com.tillhouse.core.signin.usecase;

import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.mail.domain.Mailbox;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.signin.domain.PasswordMails;
import com.tillhouse.core.signin.domain.PasswordReset;
import com.tillhouse.core.signin.port.PasswordStore;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.Instant;
import java.time.InstantSource;

/** Sends a link that sets a new password, if the address is known here. Takes the same steps and says the same when it is not. */
public final class RequestPasswordReset {
    private final PersonRepository people;
    private final PasswordStore passwords;
    private final AdminAddress admin;
    private final InstantSource clock;

    public RequestPasswordReset(
            PersonRepository people, PasswordStore passwords, AdminAddress admin, InstantSource clock) {
        this.people = people;
        this.passwords = passwords;
        this.admin = admin;
        this.clock = clock;
    }

    /** Whatever was typed; what can't be an address is passed over in silence. */
    public void request(String typed) {
        EmailAddress.read(typed)
                .filter(email -> Mailbox.reachable(email.value()))
                .ifPresent(this::request);
    }

    private void request(EmailAddress email) {
        boolean known = people.byEmail(email).filter(Person::enabled).isPresent();
        Instant now = clock.instant();
        MailToken token = MailToken.fresh();
        OutgoingMail mail =
                OutgoingMail.to(email, PasswordMails.reset(admin.resetPassword(token)), now, PasswordReset.OPEN);
        passwords.ask(new PasswordReset(email, token, now), known ? mail : mail.notMeant());
    }
}
