package com.tillhouse.admin.access;

import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import java.io.Serializable;
import java.security.Principal;

/**
 * The person behind a browser session. Names no tenant: what it may see is asked of the database each time.
 *
 * @param personId canonical text form
 */
public record SignedInMember(String personId, String email) implements Principal, Serializable {

    static SignedInMember of(Person person) {
        return new SignedInMember(person.id().toString(), person.email().value());
    }

    /** Who it is, for what is kept under a person's name. */
    public PersonId id() {
        return PersonId.parse(personId);
    }

    @Override
    public String getName() {
        return email;
    }
}
