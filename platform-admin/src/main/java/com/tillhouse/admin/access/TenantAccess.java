package com.tillhouse.admin.access;

import com.tillhouse.core.factor.usecase.RequireSecondFactor;
import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.Membership;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells which tenants the signed-in person may enter. Looks it up on every call, so that a removed member is out at once. */
@Component
public final class TenantAccess {
    private final AuthenticationContext authentication;
    private final FindMember members;
    private final UseAccess operators;
    private final RequireSecondFactor secondFactor;
    private final InstantSource clock;

    TenantAccess(
            AuthenticationContext authentication,
            FindMember members,
            UseAccess operators,
            RequireSecondFactor secondFactor,
            InstantSource clock) {
        this.secondFactor = secondFactor;
        this.clock = clock;
        this.authentication = authentication;
        this.members = members;
        this.operators = operators;
    }

    /** Who is signed in. */
    public SignedInMember member() {
        return authentication.getAuthenticatedUser(SignedInMember.class).orElseThrow(NotFoundException::new);
    }

    /** All tenants of the signed-in person, by name. */
    public List<Membership> memberships() {
        return members.memberships(member().id());
    }

    /**
     * The tenant behind a slug, for a member or an operator with an open access; fails in the same way for another's tenant and for one that never was.
     *
     * @throws SecondFactorDueException when the tenant wants a second factor of everybody, and this person has none
     */
    public Membership require(String slug) {
        Membership membership = memberships().stream()
                .filter(known -> known.slug().equals(slug))
                .findFirst()
                .orElseGet(() -> operators.enter(member().id(), slug));
        if (secondFactorDue(membership)
                .filter(from -> !clock.instant().isBefore(from))
                .isPresent()) {
            throw new SecondFactorDueException(membership.name());
        }
        return membership;
    }

    /** From when on the tenant wants a second factor of the signed-in person, who has none yet. */
    public Optional<Instant> secondFactorDue(Membership membership) {
        return secondFactor.missingFrom(membership.tenant(), member().id());
    }

    /** True for those who run the platform. */
    public boolean operator() {
        return operators.operator(member().id());
    }
}
