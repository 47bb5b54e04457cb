package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.operator.port.OperatorRepository;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Makes somebody an operator and takes it back. Works only on the connection of the schema's owner, so only by the platform's own command. */
public final class EnrolOperator {
    private final OperatorRepository operators;
    private final PersonRepository people;
    private final PasswordVault passwords;
    private final InstantSource clock;

    public EnrolOperator(
            OperatorRepository operators, PersonRepository people, PasswordVault passwords, InstantSource clock) {
        this.operators = operators;
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Enrols the person with this address. One that is known keeps its own password.
     *
     * @param password used only when the person is new here
     * @return true when it was used
     */
    public boolean enrol(EmailAddress email, String password) {
        Instant now = clock.instant();
        boolean fresh = people.byEmail(email).isEmpty();
        if (fresh) {
            people.add(new Person(new PersonId(UUID.randomUUID()), email, passwords.hash(password), now, null));
        }
        operators.enrol(known(email), now);
        return fresh;
    }

    /**
     * Disables the operator: what it has open counts no more from its next act on.
     *
     * @throws NotFoundException when nobody with this address is an operator
     */
    public void disable(EmailAddress email) {
        if (!operators.disable(known(email), clock.instant())) {
            throw new NotFoundException();
        }
    }

    private PersonId known(EmailAddress email) {
        return people.byEmail(email).map(Person::id).orElseThrow(NotFoundException::new);
    }
}
