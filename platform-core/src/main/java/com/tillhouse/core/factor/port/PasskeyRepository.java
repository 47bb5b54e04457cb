package com.tillhouse.core.factor.port;

import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyKey;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys of people. Each method opens its own transaction. */
public interface PasskeyRepository {

    /** Keeps a new one. False when that passkey is there already, whosever it is. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    boolean add(Passkey passkey);

    /** The person's, oldest first. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    List<Passkey> of(PersonId person);

    @AcrossTenants("at sign-in nothing is known but the passkey; the table holds no tenant's data")
    Optional<Passkey> byId(String id);

    /** Notes a use. False when its counter did not go on, or it is gone: then it is no use. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    boolean used(PasskeyKey key, Instant at);

    /** Gives the person's passkey another name; without effect when the person has none such. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    void rename(PersonId person, String id, String name);

    /** Forgets the person's passkey; without effect when the person has none such. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    void remove(PersonId person, String id);
}
