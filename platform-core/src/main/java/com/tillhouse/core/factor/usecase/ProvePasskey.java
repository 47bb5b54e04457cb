package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.port.PasskeyGateway;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.tenant.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells by a passkey who somebody is. It is both factors at once: the device, and what unlocks it. */
public final class ProvePasskey {
    private final PasskeyRepository passkeys;
    private final PasskeyGateway browser;
    private final InstantSource clock;

    public ProvePasskey(PasskeyRepository passkeys, PasskeyGateway browser, InstantSource clock) {
        this.passkeys = passkeys;
        this.browser = browser;
        this.clock = clock;
    }

    /** What the browser is to be asked, as JSON, when nobody is known yet: any passkey will do. */
    public String ask(Challenge challenge) {
        return browser.requestOptions(List.of(), challenge);
    }

    /** As {@link #ask(Challenge)}, for one of this person's passkeys. */
    public String ask(PersonId person, Challenge challenge) {
        return browser.requestOptions(passkeys.of(person), challenge);
    }

    /**
     * Whose passkey answered.
     *
     * @throws PasskeyRefusedException when it does not answer this challenge, is not known, or its counter did not go on
     */
    public PersonId who(String answer, Challenge challenge) {
        return use(answer, challenge, passkeys::byId);
    }

    /**
     * Makes sure that it was a passkey of this person.
     *
     * @throws PasskeyRefusedException as above, or when it is another's
     */
    public void is(PersonId person, String answer, Challenge challenge) {
        use(
                answer,
                challenge,
                id -> passkeys.byId(id).filter(passkey -> passkey.person().equals(person)));
    }

    private PersonId use(String answer, Challenge challenge, Function<String, Optional<Passkey>> kept) {
        Passkey passkey = browser.used(answer, challenge, kept);
        if (!passkeys.used(passkey.key(), clock.instant())) {
            throw new PasskeyRefusedException("its counter did not go on");
        }
        return passkey.person();
    }
}
