package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.port.ClaimPolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may try a delivery, and for how long. */
final class DeliveryClaims {
    /**
     * {@code waiting} hops from one endpoint with pending deliveries to the next through the index, so that the size of a backlog does not
     * matter; {@code flying} counts live leases; {@code candidate} takes each endpoint's oldest due heads up to its cap and lets tenants take turns,
     * counting what they have in flight already; it compares with a minimum, since for a {@code not exists} the planner reads each backlog whole;
     * {@code picked} locks what nobody else holds and looks again, because a row may have been taken since.
     */
    private static final String CLAIM = """
            with recursive waiting as (
              (select tenant_id, endpoint_id from delivery
               where status = 'PENDING' order by tenant_id, endpoint_id limit 1)
              union all
              select following.tenant_id, following.endpoint_id from waiting w cross join lateral (
                select d.tenant_id, d.endpoint_id from delivery d
                where d.status = 'PENDING' and (d.tenant_id, d.endpoint_id) > (w.tenant_id, w.endpoint_id)
                order by d.tenant_id, d.endpoint_id limit 1) following
            ),
            flying as (
              select w.tenant_id, w.endpoint_id, f.number, sum(f.number) over (partition by w.tenant_id) as of_tenant
              from waiting w cross join lateral (
                select count(*) as number from delivery d
                where d.status = 'PENDING' and d.tenant_id = w.tenant_id and d.endpoint_id = w.endpoint_id
                  and d.lease_until >= now()) f
            ),
            head as (
              select h.*, f.of_tenant,
                row_number() over (partition by f.tenant_id, f.endpoint_id order by h.next_attempt_at, h.id) as place
              from flying f cross join lateral (
                select d.tenant_id, d.id, d.next_attempt_at from delivery d
                where d.status = 'PENDING' and d.tenant_id = f.tenant_id and d.endpoint_id = f.endpoint_id
                  and d.next_attempt_at <= :now and (d.lease_until is null or d.lease_until < now())
                  and d.sequence <= (
                    select min(first.sequence) from delivery first
                    where first.status = 'PENDING' and first.tenant_id = d.tenant_id
                      and first.endpoint_id = d.endpoint_id and first.object_id = d.object_id)
                order by d.next_attempt_at
                limit greatest(0, :perEndpoint - f.number)) h
            ),
            candidate as materialized (
              select tenant_id, id from (
                select tenant_id, id, next_attempt_at,
                  of_tenant + row_number() over (partition by tenant_id order by place, next_attempt_at) as turn
                from head) ranked
              where turn <= :perTenant order by turn, next_attempt_at limit :limit
            ),
            picked as materialized (
              select d.tenant_id, d.id from candidate c join delivery d on d.tenant_id = c.tenant_id and d.id = c.id
              where d.status = 'PENDING' and d.next_attempt_at <= :now and (d.lease_until is null or d.lease_until < now())
              for update of d skip locked
            )
            update delivery d set attempts = d.attempts + 1, lease_until = now() + make_interval(secs => :lease)
            from picked p where d.tenant_id = p.tenant_id and d.id = p.id
            returning d.tenant_id, d.id, d.attempts""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    DeliveryClaims(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    List<DeliveryClaim> claimDue(Instant now, ClaimPolicy policy, int limit) {
        return narrow.worker(() -> jdbc.sql(CLAIM)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("perEndpoint", policy.perEndpoint())
                .param("perTenant", policy.perTenant())
                .param("limit", limit)
                .param("lease", policy.lease().toMillis() / 1000.0)
                .query((row, number) -> new DeliveryClaim(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getString("id"),
                        row.getInt("attempts")))
                .list());
    }

    /** The fence stays where it is: it only ever grows, so that no two claims share a number. */
    void giveBack(TenantId tenant, Collection<DeliveryClaim> claimed) {
        for (DeliveryClaim claim : claimed) {
            jdbc.sql("""
                            update delivery set lease_until = null
                            where tenant_id = :tenant and id = :id and attempts = :fence and status = 'PENDING'""")
                    .param("tenant", tenant.value())
                    .param("id", claim.deliveryId())
                    .param("fence", claim.fence())
                    .update();
        }
    }
}
