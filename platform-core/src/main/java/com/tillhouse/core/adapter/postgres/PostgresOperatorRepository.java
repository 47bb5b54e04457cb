package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.OwnAccess;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.port.OperatorRepository;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operators in the table {@code operator}; what one sees across tenants by the role {@code app_operator}. */
public final class PostgresOperatorRepository implements OperatorRepository {
    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresOperatorRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public boolean active(PersonId person) {
        return jdbc.sql("select exists (select from operator where person_id = :person and disabled_at is null)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<TenantEntry> tenants(PersonId operator) {
        return narrow.operator(
                operator.toString(),
                () -> jdbc.sql("select tenant_id, slug, name, created_at, suspended_at from tenant order by name, slug")
                        .query((row, number) -> {
                            OffsetDateTime suspended = row.getObject("suspended_at", OffsetDateTime.class);
                            return new TenantEntry(
                                    new TenantId(row.getObject("tenant_id", UUID.class)),
                                    row.getString("slug"),
                                    row.getString("name"),
                                    row.getObject("created_at", OffsetDateTime.class)
                                            .toInstant(),
                                    suspended == null ? null : suspended.toInstant());
                        })
                        .list());
    }

    @Override
    public List<OwnAccess> accesses(PersonId operator) {
        return narrow.operator(
                operator.toString(),
                () -> jdbc.sql("""
                        select tenant_id, id, scope, reason, ends_at from access_grant
                        where person_id = :person and ended_at is null and (ends_at > clock_timestamp() or ends_at is null
                          and requested_at > clock_timestamp() - make_interval(secs => :lapses))
                        order by requested_at desc""")
                        .param("person", operator.value())
                        .param("lapses", AccessGrant.LAPSES_AFTER.toSeconds())
                        .query((row, number) -> {
                            OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
                            return new OwnAccess(
                                    new TenantId(row.getObject("tenant_id", UUID.class)),
                                    row.getString("id"),
                                    AccessScope.valueOf(row.getString("scope")),
                                    row.getString("reason"),
                                    ends == null ? null : ends.toInstant());
                        })
                        .list());
    }

    @Override
    public void enrol(PersonId person, Instant at) {
        narrow.ofNoTenant(() -> jdbc.sql("""
                        insert into operator (person_id, enrolled_at) values (:person, :at)
                        on conflict (person_id) do update set disabled_at = null""")
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
    }

    @Override
    public boolean disable(PersonId person, Instant at) {
        int[] found = new int[1];
        narrow.ofNoTenant(() -> found[0] = jdbc.sql(
                        "update operator set disabled_at = coalesce(disabled_at, :at) where person_id = :person")
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
        return found[0] == 1;
    }
}
