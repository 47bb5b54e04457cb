package com.tillhouse.core.operator.port;

import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessRequest;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import java.util.Optional;

/** The accesses to a tenant, in its unit of work. The database sets every time, and decides whether consent is missing. */
public interface AccessStore {

    /** Keeps a request under this id; it starts at once unless the tenant asks first. Fails for who is no operator. */
    void add(TenantId tenant, String id, AccessRequest request);

    Optional<AccessGrant> find(TenantId tenant, String id);

    /** The operator's access that is open now by the database's clock; the one that lets it do more, if there are several. */
    Optional<AccessGrant> open(TenantId tenant, PersonId operator);

    /** Accesses that wait, are open, or were, newest first. */
    List<AccessGrant> newest(TenantId tenant, int limit);

    /** Starts it; false when it has started, ended or lapsed before. Fails when the person is no owner. */
    boolean consent(TenantId tenant, String id, PersonId owner);

    /** Ends it, or a request before it started; false when it has ended by itself or by somebody before. Fails for who is neither its operator nor an owner. */
    boolean end(TenantId tenant, String id, PersonId by);

    /** True when the tenant wants to be asked before an access starts. */
    boolean asksFirst(TenantId tenant);

    /** Sets whether it does; answers whether it did before. */
    boolean askFirst(TenantId tenant, boolean ask);
}
