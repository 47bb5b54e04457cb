package com.tillhouse.core.factor.port;

import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyKey;
import com.tillhouse.core.tenant.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Speaks with browsers about passkeys, as W3C's WebAuthn has it. What comes back was made for this platform's own address by a person whom the device
 * recognised (user verification), or it is refused.
 */
public interface PasskeyGateway {

    /** What the browser needs to make a passkey, as JSON; those that the person has are not made twice. */
    String creationOptions(Person person, List<Passkey> present, Challenge challenge);

    /** What the browser needs to use a passkey, as JSON. With none named, the person chooses one of its own. */
    String requestOptions(List<Passkey> usable, Challenge challenge);

    /**
     * The passkey that the browser made.
     *
     * @throws com.tillhouse.core.factor.domain.PasskeyRefusedException when the answer is not to this challenge, for another address, or broken
     */
    PasskeyKey made(String answer, Challenge challenge);

    /**
     * Checks that the answer was signed by a passkey that is kept, and answers whose it is, with its key as it is after this use.
     *
     * @throws com.tillhouse.core.factor.domain.PasskeyRefusedException as above, or when it is of somebody else, or its counter went back
     */
    Passkey used(String answer, Challenge challenge, Function<String, Optional<Passkey>> kept);
}
