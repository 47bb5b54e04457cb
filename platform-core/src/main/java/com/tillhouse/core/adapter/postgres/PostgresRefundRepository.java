package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.refund.domain.RefundMove;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds by JPA; their history and the claim across tenants by JDBC. */
public final class PostgresRefundRepository implements RefundRepository {
    private final RefundRows rows;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final DueClaims claims;

    public PostgresRefundRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        this.rows = new JpaRepositoryFactory(entities).getRepository(RefundRows.class);
        this.entities = entities;
        this.jdbc = jdbc;
        this.claims = new DueClaims(jdbc, narrow, "refund");
    }

    @Override
    public void add(TenantId tenant, Refund refund) {
        rows.save(RefundMapper.newRow(refund));
        entities.flush();
        addMoves(tenant, refund);
    }

    @Override
    public void update(TenantId tenant, Refund refund) {
        RefundRow row = rows.findById(TenantKey.of(tenant, refund.id())).orElseThrow();
        RefundMapper.update(row, refund.state());
        entities.flush();
        addMoves(tenant, refund);
    }

    private void addMoves(TenantId tenant, Refund refund) {
        for (RefundMove move : refund.takeMoves()) {
            jdbc.sql("""
                            insert into refund_move (tenant_id, refund_id, number, from_status, to_status, cause, provider_code, moved_at,
                              actor_kind, actor_id, request_id)
                            values (:tenant, :refund, :number, :from, :to, :cause, :code, :at, :actorKind, :actorId, :request)""")
                    .param("tenant", tenant.value())
                    .param("refund", refund.id())
                    .param("number", move.number())
                    .param("from", move.from().name())
                    .param("to", move.to().name())
                    .param("cause", move.cause().name())
                    .param("code", move.providerCode())
                    .param("at", move.at().atOffset(ZoneOffset.UTC))
                    .params(TrailNotes.actor())
                    .update();
        }
    }

    @Override
    public Optional<Refund> find(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(RefundMapper::toDomain);
    }

    @Override
    public Optional<Refund> lock(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(this::locked).map(RefundMapper::toDomain);
    }

    @Override
    public List<Refund> ofPayment(TenantId tenant, String paymentId) {
        return rows.ofPayment(tenant.value(), paymentId).stream()
                .map(RefundMapper::toDomain)
                .toList();
    }

    @Override
    public Page<Refund> list(TenantId tenant, RefundFilter filter) {
        return new NewestFirst<>(RefundRow.class, tenant.value())
                .and("r.mode = :mode", "mode", filter.mode())
                .and("r.paymentId = :payment", "payment", filter.paymentId())
                .and("r.status = :status", "status", filter.status())
                .when(filter.needsReview(), "r.reviewReason is not null", "r.reviewReason is null")
                .and("r.createdAt >= :from", "from", filter.createdFrom())
                .and("r.createdAt < :to", "to", filter.createdTo())
                .page(
                        entities,
                        filter.after(),
                        filter.limit(),
                        row -> new Position(row.createdAt, row.key.id()),
                        RefundMapper::toDomain);
    }

    @Override
    public boolean lease(TenantId tenant, String id, Duration lease) {
        return jdbc.sql("""
                        update refund set check_lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where tenant_id = :tenant and id = :id
                          and (check_lease_until is null or check_lease_until < clock_timestamp())""")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("lease", lease.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    @Override
    public List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant) {
        return claims.claim(now, lease, limit, perTenant, Due::new);
    }

    /** As it is once nobody else writes it; also when this unit of work has read it before, and another has written it since. */
    private RefundRow locked(RefundRow row) {
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
