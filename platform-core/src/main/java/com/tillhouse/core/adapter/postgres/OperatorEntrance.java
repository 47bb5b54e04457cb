package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.operator.domain.OperatorAtWork;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stands where a transaction is bound to a tenant. Members pass. An operator, who is no member, passes only with an access that is open by the
 * database's clock now; then the transaction knows it as {@code app.visitor}, by which triggers refuse money, keys and members, and one that may only look is
 * made read-only. An access that somebody ends waits for acts under way, and then no other begins.
 */
final class OperatorEntrance {
    private static final String MEMBER_OR_NO_OPERATOR = """
            select not exists (select from operator where person_id = :person)
              or exists (select from member where tenant_id = :tenant and person_id = :person)""";
    private static final String OPEN = """
            select g.id, g.scope = 'ACT' as acts from access_grant g
            where g.tenant_id = :tenant and g.person_id = :person
              and access_open(g.starts_at, g.ends_at, g.ended_at, clock_timestamp())
              and exists (select from operator o where o.person_id = g.person_id and o.disabled_at is null)
            order by g.scope = 'ACT' desc, g.ends_at desc limit 1""";
    private static final String HOLD = """
            select g.id from access_grant g where g.tenant_id = :tenant and g.id = :id
              and access_open(g.starts_at, g.ends_at, g.ended_at, clock_timestamp()) for share""";

    private final JdbcClient jdbc;
    private final OperatorAtWork atWork;

    OperatorEntrance(JdbcClient jdbc, OperatorAtWork atWork) {
        this.jdbc = jdbc;
        this.atWork = atWork;
    }

    /** Inside the transaction, once it is bound to the tenant. Fails as for a tenant that never was. */
    void enter(TenantId tenant) {
        atWork.person().filter(person -> !passes(tenant, person)).ifPresent(operator -> visit(tenant, operator));
    }

    private boolean passes(TenantId tenant, PersonId person) {
        return jdbc.sql(MEMBER_OR_NO_OPERATOR)
                .param("person", person.value())
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    private void visit(TenantId tenant, PersonId operator) {
        Open open = jdbc.sql(OPEN)
                .param("tenant", tenant.value())
                .param("person", operator.value())
                .query((row, number) -> new Open(row.getString("id"), row.getBoolean("acts")))
                .optional()
                .orElseThrow(NotFoundException::new);
        if (open.acts()) {
            hold(tenant, open.id());
        }
        jdbc.sql("select set_config('app.visitor', :access, true)")
                .param("access", open.id())
                .query(String.class)
                .single();
        if (!open.acts()) {
            jdbc.sql("set transaction read only").update();
        }
    }

    private void hold(TenantId tenant, String id) {
        boolean held = jdbc.sql(HOLD)
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, number) -> row.getString("id"))
                .optional()
                .isPresent();
        if (!held) {
            throw new NotFoundException();
        }
    }

    private record Open(String id, boolean acts) {}
}
