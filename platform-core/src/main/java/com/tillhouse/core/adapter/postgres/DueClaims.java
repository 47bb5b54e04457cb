package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims rows that are due to be asked of Antom, fair between tenants: it hops from tenant to tenant by the index and takes so many of each, less
 * what is being asked for that tenant already. First come those whose buyer may still be waiting; those asked about often already ({@code patient})
 * get a quarter of a share on top, so that neither starves the other.
 */
final class DueClaims {
    private static final String CLAIM = """
            with recursive hop as (
              (select tenant_id from %1$s where next_check_at is not null order by tenant_id limit 1)
              union all
              select (select n.tenant_id from %1$s n where n.next_check_at is not null and n.tenant_id > h.tenant_id
                      order by n.tenant_id limit 1)
              from hop h where h.tenant_id is not null
            ),
            share as (
              select h.tenant_id, greatest(0, :perTenant - (
                select count(*) from %1$s f where f.tenant_id = h.tenant_id and f.check_lease_until > clock_timestamp())) as size
              from hop h where h.tenant_id is not null
            ),
            due as (
              select d.*, row_number() over (partition by d.tenant_id order by d.patient, d.next_check_at) as turn
              from share s cross join lateral (
                (select tenant_id, id, patient, next_check_at from %1$s
                 where tenant_id = s.tenant_id and not patient and next_check_at <= :now
                   and (check_lease_until is null or check_lease_until < clock_timestamp())
                 order by next_check_at limit s.size)
                union all
                (select tenant_id, id, patient, next_check_at from %1$s
                 where tenant_id = s.tenant_id and patient and next_check_at <= :now
                   and (check_lease_until is null or check_lease_until < clock_timestamp())
                 order by next_check_at limit (s.size + 3) / 4)) d
            ),
            picked as (
              select r.tenant_id, r.id
              from (select tenant_id, id from due order by turn, patient, next_check_at limit :limit) d
              join %1$s r on r.tenant_id = d.tenant_id and r.id = d.id
              where r.next_check_at <= :now and (r.check_lease_until is null or r.check_lease_until < clock_timestamp())
              for update of r skip locked
            )
            update %1$s r set check_lease_until = clock_timestamp() + make_interval(secs => :lease)
            from picked p where r.tenant_id = p.tenant_id and r.id = p.id
            returning r.tenant_id, r.id""";

    private static final String LEASE = """
            update %s set check_lease_until = clock_timestamp() + make_interval(secs => :lease)
            where tenant_id = :tenant and id = :id
              and (check_lease_until is null or check_lease_until < clock_timestamp())""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final String claim;
    private final String lease;
    private final String endLease;

    /** Claims rows of this table. */
    DueClaims(JdbcClient jdbc, NarrowRole narrow, String table) {
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.claim = CLAIM.formatted(table);
        this.lease = LEASE.formatted(table);
        this.endLease =
                "update %s set check_lease_until = null where tenant_id = :tenant and id = :id".formatted(table);
    }

    <T> List<T> claim(Instant now, Duration lease, int limit, int perTenant, BiFunction<TenantId, String, T> due) {
        return narrow.worker(() -> jdbc.sql(claim)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", lease.toMillis() / 1000.0)
                .param("limit", limit)
                .param("perTenant", perTenant)
                .query((row, number) ->
                        due.apply(new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("id")))
                .list());
    }

    /** Takes one row. Joins the running transaction; false while somebody else has it. */
    boolean lease(TenantId tenant, String id, Duration forSoLong) {
        return jdbc.sql(lease)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("lease", forSoLong.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    /** Gives it back. Joins the running transaction. */
    void endLease(TenantId tenant, String id) {
        jdbc.sql(endLease).param("tenant", tenant.value()).param("id", id).update();
    }
}
