package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import java.util.Optional;

/** Members of a tenant. Inside the tenant's unit of work. */
public interface MemberRepository {

    /** Binds a person to the tenant. */
    void add(TenantId tenant, Member member);

    /** The person's binding with the tenant's names, if it has one. */
    Optional<Membership> find(TenantId tenant, PersonId person);
}
