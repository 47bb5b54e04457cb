package com.tillhouse.core.operator.port;

import com.tillhouse.core.operator.domain.OwnAccess;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.util.List;

/** Who runs the platform, and the little that they see across tenants. Each method opens its own transaction. */
public interface OperatorRepository {

    /** True for a person who is enrolled and not disabled. */
    @AcrossTenants("an operator belongs to no tenant; the table holds no tenant's data")
    boolean active(PersonId person);

    /** Tenants by name. None when the person is no operator. */
    @AcrossTenants("the console lists tenants; the operator role sees names and standing, nothing else of them")
    List<TenantEntry> tenants(PersonId operator);

    /** The operator's own accesses that wait or are open. */
    @AcrossTenants("the console shows where an operator is; the operator role sees only accesses of its own")
    List<OwnAccess> accesses(PersonId operator);

    /** Makes the person an operator, again too after it was disabled. Only the owner of the schema may. */
    @AcrossTenants("an operator belongs to no tenant; done by the platform's own command")
    void enrol(PersonId person, Instant at);

    /** Takes it back; answers whether the person was an operator. Only the owner of the schema may. */
    @AcrossTenants("an operator belongs to no tenant; done by the platform's own command")
    boolean disable(PersonId person, Instant at);
}
