package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds by JPA; their history and the claim across tenants by JDBC. */
public final class PostgresRefundRepository implements RefundRepository {
    private final RefundRows rows;
    private final EntityManager entities;
    private final MoveLog history;
    private final DueClaims claims;

    public PostgresRefundRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        this.rows = new JpaRepositoryFactory(entities).getRepository(RefundRows.class);
        this.entities = entities;
        this.history = new MoveLog(jdbc, "refund_move", "refund_id");
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
        history.add(
                tenant,
                refund.id(),
                refund.takeMoves().stream()
                        .map(move -> new MoveLog.Move(
                                move.number(), move.from(), move.to(), move.cause(), move.providerCode(), move.at()))
                        .toList());
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
        return claims.lease(tenant, id, lease);
    }

    @Override
    public void endLease(TenantId tenant, String id) {
        claims.endLease(tenant, id);
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
