package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.port.FactorAttemptStore;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.InstantSource;

/** Asks somebody who is signed in for the password once more. Counts together with other attempts to prove that it is the person. */
public final class ProvePassword {
    private final PersonRepository people;
    private final PasswordVault passwords;
    private final FactorAttemptStore attempts;
    private final InstantSource clock;

    public ProvePassword(
            PersonRepository people, PasswordVault passwords, FactorAttemptStore attempts, InstantSource clock) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Looks at the password. */
    public Proof byPassword(PersonId id, String password) {
        if (attempts.count(id, clock.instant(), ProveSecondFactor.ATTEMPTS) > ProveSecondFactor.MOST_ATTEMPTS) {
            return Proof.WAIT;
        }
        boolean fits = people.byId(id)
                .filter(Person::enabled)
                .filter(person -> passwords.fits(password, person.passwordHash()))
                .isPresent();
        if (fits) {
            attempts.clear(id);
        }
        return fits ? Proof.FITS : Proof.WRONG;
    }
}
