package com.tillhouse.core.signin.port;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.signin.domain.PasswordReset;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Passwords and the links that set them. They belong to a person and to no tenant, so each method is one transaction and names none. */
public interface PasswordStore {

    /** Keeps the request and its mail, unless the address has had enough within the last hour. Does the same work whether the address is known or not. */
    @AcrossTenants("a password belongs to a person; the table holds no tenant's data")
    void ask(PasswordReset reset, OutgoingMail mail);

    /** The address that the token was made for, while it works. */
    @AcrossTenants("a password belongs to a person; the table holds no tenant's data")
    Optional<EmailAddress> emailOf(MailToken token, Instant now);

    /** Uses the token up, sets the password, ends all sign-ins and keeps the mail that says so. False when the token does not work any more. */
    @AcrossTenants("a password belongs to a person; the table holds no tenant's data")
    boolean reset(MailToken token, PersonId person, String passwordHash, OutgoingMail news);

    /** Sets the password, ends all sign-ins but one and keeps the mail that says so. False when the old hash is not the person's any more. */
    @AcrossTenants("a password belongs to a person; the table holds no tenant's data")
    boolean change(PersonChange change, OutgoingMail news);

    /**
     * A password that its person replaces.
     *
     * @param keep the sign-in that goes on; empty ends all
     */
    record PersonChange(PersonId person, String oldHash, String newHash, String keep) {
        @Override
        public String toString() {
            return "PersonChange[" + person + "]";
        }
    }
}
