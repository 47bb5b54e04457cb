package com.tillhouse.core.team.usecase;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.signin.domain.PasswordPolicy;
import com.tillhouse.core.team.domain.InvitationClosedException;
import com.tillhouse.core.team.domain.InvitationOffer;
import com.tillhouse.core.team.domain.OtherPersonException;
import com.tillhouse.core.team.domain.SignInFirstException;
import com.tillhouse.core.tenant.AlreadyMemberException;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.InstantSource;
import java.util.UUID;

/** Makes somebody a member who comes with the token of an open invitation. The token is used up by it, whoever is quicker. */
public final class AcceptInvitation {
    private static final int LONGEST_NAME = 120;

    private final FindInvitation invitations;
    private final TeamBooks books;
    private final Admission admission;
    private final PersonRepository people;
    private final PasswordVault passwords;
    private final InstantSource clock;

    public AcceptInvitation(
            FindInvitation invitations,
            TeamBooks books,
            Admission admission,
            PersonRepository people,
            PasswordVault passwords,
            InstantSource clock) {
        this.invitations = invitations;
        this.books = books;
        this.admission = admission;
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Somebody new here accepts, says what it is called and chooses a password. Answers the new person.
     *
     * @throws InvitationClosedException when the token opens no invitation, for whatever reason
     * @throws SignInFirstException when the address belongs to somebody already
     */
    public PersonId asNewcomer(String token, String name, String password) {
        InvitationOffer offer = invitations.offer(token);
        if (offer.known()) {
            throw new SignInFirstException();
        }
        Violations found = new Violations();
        String called = name.strip();
        found.text("/name", called, LONGEST_NAME);
        PasswordPolicy.check(found, password, offer.email());
        found.throwIfAny();
        Person person = new Person(
                new PersonId(UUID.randomUUID()), offer.email(), passwords.hash(password), clock.instant(), null);
        admission.admit(read(token), person.id(), (tenant, invitation) -> {
            if (!books.team().addPerson(tenant, person, called)) {
                throw new SignInFirstException();
            }
        });
        return person.id();
    }

    /**
     * Somebody who is signed in accepts.
     *
     * @throws InvitationClosedException when the token opens no invitation, for whatever reason
     * @throws OtherPersonException when the invitation is for another address
     * @throws AlreadyMemberException when the person is a member by now
     */
    public void asSignedIn(String token, PersonId person) {
        Person signedIn = people.byId(person).filter(Person::enabled).orElseThrow(OtherPersonException::new);
        admission.admit(read(token), person, (tenant, invitation) -> {
            if (!invitation.email().equals(signedIn.email())) {
                throw new OtherPersonException();
            }
        });
    }

    private static MailToken read(String token) {
        return MailToken.read(token).orElseThrow(InvitationClosedException::new);
    }
}
