package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** The people who may sign in. They belong to no tenant, so each method opens its own transaction and names none. */
public interface PersonRepository {

    /** Keeps a new person. Fails when the e-mail address is taken. */
    @AcrossTenants("a person belongs to no tenant")
    void add(Person person);

    @AcrossTenants("sign-in knows only the e-mail address; the table holds no tenant's data")
    Optional<Person> byEmail(EmailAddress email);

    @AcrossTenants("a signed-in person is known by its id; the table holds no tenant's data")
    Optional<Person> byId(PersonId id);

    /** The tenants this person is bound to, in no order. */
    @AcrossTenants(
            "at sign-in the tenants are not known yet; the directory role sees exactly the bindings of that person")
    List<TenantId> tenantsOf(PersonId id);
}
