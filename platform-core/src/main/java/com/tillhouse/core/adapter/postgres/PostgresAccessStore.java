package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessRequest;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.port.AccessStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accesses of operators in the table {@code access_grant}, whose trigger sets the times. */
public final class PostgresAccessStore implements AccessStore {
    private static final String SELECT = """
            select g.*, o.email as operator_name, c.email as consented_name, e.email as ended_name
            from access_grant g
              join person o on o.person_id = g.person_id
              left join person c on c.person_id = g.consented_by
              left join person e on e.person_id = g.ended_by
            where g.tenant_id = :tenant\s""";
    private static final String OPEN = "access_open(starts_at, ends_at, ended_at, clock_timestamp())";
    private static final String LASTS = "ended_at is null and (ends_at > clock_timestamp() or ends_at is null"
            + " and requested_at > clock_timestamp() - make_interval(secs => :lapses))";

    private final JdbcClient jdbc;

    public PostgresAccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TenantId tenant, String id, AccessRequest request) {
        jdbc.sql("""
                        insert into access_grant (tenant_id, id, person_id, scope, reason, minutes, break_glass, requested_at)
                        values (:tenant, :id, :person, :scope, :reason, :minutes, :glass, clock_timestamp())""")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("person", request.operator().value())
                .param("scope", request.scope().name())
                .param("reason", request.reason())
                .param("minutes", request.length().toMinutes())
                .param("glass", request.breakGlass())
                .update();
    }

    @Override
    public Optional<AccessGrant> find(TenantId tenant, String id) {
        return jdbc.sql(SELECT + "and g.id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(PostgresAccessStore::grant)
                .optional();
    }

    @Override
    public Optional<AccessGrant> open(TenantId tenant, PersonId operator) {
        return jdbc.sql(SELECT + "and g.person_id = :person and " + OPEN + """
                         and exists (select from operator a where a.person_id = g.person_id and a.disabled_at is null)
                        order by g.scope = 'ACT' desc, g.ends_at desc limit 1""")
                .param("tenant", tenant.value())
                .param("person", operator.value())
                .query(PostgresAccessStore::grant)
                .optional();
    }

    @Override
    public List<AccessGrant> newest(TenantId tenant, int limit) {
        return jdbc.sql(SELECT + "order by g.requested_at desc, g.id desc limit :limit")
                .param("tenant", tenant.value())
                .param("limit", limit)
                .query(PostgresAccessStore::grant)
                .list();
    }

    @Override
    public boolean consent(TenantId tenant, String id, PersonId owner) {
        return jdbc.sql(
                                "update access_grant set starts_at = clock_timestamp(), ends_at = clock_timestamp(), consented_by = :owner"
                                        + " where tenant_id = :tenant and id = :id and starts_at is null and " + LASTS)
                        .param("owner", owner.value())
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("lapses", AccessGrant.LAPSES_AFTER.toSeconds())
                        .update()
                == 1;
    }

    @Override
    public boolean end(TenantId tenant, String id, PersonId by) {
        return jdbc.sql("update access_grant set ended_at = clock_timestamp(), ended_by = :by"
                                + " where tenant_id = :tenant and id = :id and " + LASTS)
                        .param("by", by.value())
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("lapses", AccessGrant.LAPSES_AFTER.toSeconds())
                        .update()
                == 1;
    }

    @Override
    public boolean asksFirst(TenantId tenant) {
        return jdbc.sql("select coalesce((select ask_first from operator_policy where tenant_id = :tenant), false)")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean askFirst(TenantId tenant, boolean ask) {
        jdbc.sql("""
                        insert into operator_policy (tenant_id, ask_first, changed_at) values (:tenant, false, clock_timestamp())
                        on conflict do nothing""").param("tenant", tenant.value()).update();
        boolean before = jdbc.sql("select ask_first from operator_policy where tenant_id = :tenant for update")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
        jdbc.sql(
                        "update operator_policy set ask_first = :ask, changed_at = clock_timestamp() where tenant_id = :tenant")
                .param("ask", ask)
                .param("tenant", tenant.value())
                .update();
        return before;
    }

    private static AccessGrant grant(ResultSet row, int number) throws SQLException {
        return new AccessGrant(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("id"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("operator_name"),
                AccessScope.valueOf(row.getString("scope")),
                row.getString("reason"),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getBoolean("break_glass"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("consented_name"),
                instant(row, "ended_at"),
                row.getString("ended_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
