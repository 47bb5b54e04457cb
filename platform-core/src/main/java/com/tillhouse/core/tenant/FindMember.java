package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Signs people in, and says each time anew which tenants they may enter. */
public final class FindMember {
    private final UnitOfWork unitOfWork;
    private final PersonRepository people;
    private final MemberRepository members;
    private final PasswordVault passwords;
    private final String nobodysHash;

    public FindMember(
            UnitOfWork unitOfWork, PersonRepository people, MemberRepository members, PasswordVault passwords) {
        this.unitOfWork = unitOfWork;
        this.people = people;
        this.members = members;
        this.passwords = passwords;
        this.nobodysHash = passwords.hash("nobody has this password");
    }

    /** The person with this e-mail address and password. Takes equally long whether the address is unknown or the password wrong. */
    public Optional<Person> byPassword(String email, String password) {
        Optional<Person> person =
                EmailAddress.read(email).flatMap(people::byEmail).filter(Person::enabled);
        boolean fits = passwords.fits(password, person.map(Person::passwordHash).orElse(nobodysHash));
        return fits ? person : Optional.empty();
    }

    /** The person with this id, unless it may not sign in any more. */
    public Optional<Person> person(PersonId id) {
        return people.byId(id).filter(Person::enabled);
    }

    /** The tenants a person may enter, by name; none once it is disabled. */
    public List<Membership> memberships(PersonId person) {
        if (person(person).isEmpty()) {
            return List.of();
        }
        return people.tenantsOf(person).stream()
                .flatMap(tenant -> in(tenant, person).stream())
                .sorted(Comparator.comparing(Membership::name).thenComparing(Membership::slug))
                .toList();
    }

    /** The person's membership of the tenant with this slug. A tenant of others is as unknown as one that never was. */
    public Membership membership(PersonId person, String slug) {
        return memberships(person).stream()
                .filter(membership -> membership.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Optional<Membership> in(TenantId tenant, PersonId person) {
        return unitOfWork.inTenant(tenant, () -> members.find(tenant, person));
    }
}
