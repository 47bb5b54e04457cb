package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.FactorExistsException;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.port.PasskeyGateway;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.InstantSource;
import java.util.List;

/** Adds a passkey of a person. */
public final class AddPasskey {
    private final PersonRepository people;
    private final PasskeyRepository passkeys;
    private final PasskeyGateway browser;
    private final AllowFactor allow;
    private final RecordFactorAct acts;
    private final InstantSource clock;

    public AddPasskey(
            PersonRepository people,
            PasskeyRepository passkeys,
            PasskeyGateway browser,
            AllowFactor allow,
            RecordFactorAct acts,
            InstantSource clock) {
        this.people = people;
        this.passkeys = passkeys;
        this.browser = browser;
        this.allow = allow;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What the browser is to be asked, as JSON.
     *
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException when nothing shows that it is the person: {@link AllowFactor}
     */
    public String ask(PersonId id, Challenge challenge) {
        allow.require(id);
        Person person = people.byId(id).filter(Person::enabled).orElseThrow(NotFoundException::new);
        List<Passkey> present = passkeys.of(id);
        if (present.size() >= Passkey.MOST) {
            throw new FactorExistsException();
        }
        return browser.creationOptions(person, present, challenge);
    }

    /**
     * Keeps the passkey that the browser made.
     *
     * @param answer the browser's, as JSON
     * @throws PasskeyRefusedException when it is not an answer to this challenge, or the passkey is there already
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException as for the question
     */
    public void add(PersonId person, String name, String answer, Challenge challenge) {
        allow.require(person);
        Passkey passkey =
                new Passkey(person, Passkey.name(name), browser.made(answer, challenge), clock.instant(), null);
        if (!passkeys.add(passkey)) {
            throw new PasskeyRefusedException("it is there already");
        }
        acts.record(AuditAction.SECOND_FACTOR_ADDED, person, "passkey " + passkey.name());
    }
}
