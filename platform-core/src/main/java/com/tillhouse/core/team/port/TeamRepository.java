package com.tillhouse.core.team.port;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.LastOwnerException;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.util.List;
import java.util.Optional;

/** A tenant's members for each other. Inside the tenant's unit of work. */
public interface TeamRepository {

    /** Lets one act upon the team happen after the other until the unit of work is over. */
    void lock(TenantId tenant);

    /** All members, owners first, then by address. */
    List<TeamMember> members(TenantId tenant);

    Optional<TeamMember> member(TenantId tenant, PersonId person);

    /**
     * Gives the member another role.
     *
     * @throws LastOwnerException when no owner would be left
     */
    void changeRole(TenantId tenant, PersonId person, Role role);

    /**
     * Takes the member out.
     *
     * @throws LastOwnerException when no owner would be left
     */
    void remove(TenantId tenant, PersonId person);

    /** Keeps a person who joins, in the same unit of work; false when the address belongs to somebody already. */
    boolean addPerson(TenantId tenant, Person person, String name);
}
