package com.tillhouse.core.signin.port;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-ins. They belong to a person and to no tenant, so each method opens its own transaction and names none. */
public interface SignInStore {

    @AcrossTenants("a sign-in belongs to a person; the table holds no tenant's data")
    void begin(SignIn signIn);

    /** The sign-in, unless it was ended or its person was disabled. Says nothing about whether it still lasts. */
    @AcrossTenants("a sign-in belongs to a person; the table holds no tenant's data")
    Optional<SignIn> find(String id);

    /** Notes that it did something. */
    @AcrossTenants("a sign-in belongs to a person; the table holds no tenant's data")
    void seen(String id, Instant at);

    /** Those of the person that were not ended and still last, the one seen last first. */
    @AcrossTenants("a sign-in belongs to a person; the table holds no tenant's data")
    List<SignIn> lasting(PersonId person, Instant now);

    /** Ends one of the person's; false when it had ended before or is somebody else's. */
    @AcrossTenants("a sign-in belongs to a person; the table holds no tenant's data")
    boolean end(PersonId person, String id, SignIn.End end, Instant at);

    /** Ends all of the person's that last but this one; answers how many. */
    @AcrossTenants("a sign-in belongs to a person; the table holds no tenant's data")
    int endOthers(PersonId person, @Nullable String but, SignIn.End end, Instant at);
}
