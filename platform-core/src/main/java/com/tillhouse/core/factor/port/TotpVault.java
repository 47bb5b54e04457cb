package com.tillhouse.core.factor.port;

import com.tillhouse.core.factor.domain.KeptTotp;
import com.tillhouse.core.factor.domain.TotpSecret;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Authenticator apps of people, sealed. A person belongs to no tenant, so each method opens its own transaction and names none. */
public interface TotpVault {

    /** Keeps a secret that is not confirmed yet, in place of another such one. False when a confirmed one is there, which stays. */
    boolean begin(PersonId person, TotpSecret secret, Instant at);

    Optional<KeptTotp> find(PersonId person);

    /** Makes this version count; its code of this step is used up. False when that version is not waiting any more. */
    boolean confirm(PersonId person, int version, long step, Instant at);

    /** Uses the code of this step up. False when it, or a later one, was used before, by whichever process. */
    boolean use(PersonId person, int version, long step);

    /** Forgets the secret; without effect when there is none. */
    void remove(PersonId person);
}
