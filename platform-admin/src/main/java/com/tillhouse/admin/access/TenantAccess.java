package com.tillhouse.admin.access;

import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.Membership;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which tenants the signed-in person may enter. Looks it up on every call, so that a removed member is out at once. */
@Component
public final class TenantAccess {
    private final AuthenticationContext authentication;
    private final FindMember members;
    private final UseAccess operators;

    TenantAccess(AuthenticationContext authentication, FindMember members, UseAccess operators) {
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

    /** The tenant behind a slug, for a member or an operator with an open access; fails in the same way for another's tenant and for one that never was. */
    public Membership require(String slug) {
        return memberships().stream()
                .filter(membership -> membership.slug().equals(slug))
                .findFirst()
                .orElseGet(() -> operators.enter(member().id(), slug));
    }

    /** True for those who run the platform. */
    public boolean operator() {
        return operators.operator(member().id());
    }
}
