package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.shared.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Captures by JPA; their history and the claim across tenants by JDBC. */
public final class PostgresCaptureRepository implements CaptureRepository {
    private final CaptureRows rows;
    private final EntityManager entities;
    private final MoveLog history;
    private final DueClaims claims;

    public PostgresCaptureRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        this.rows = new JpaRepositoryFactory(entities).getRepository(CaptureRows.class);
        this.entities = entities;
        this.history = new MoveLog(jdbc, "capture_move", "capture_id");
        this.claims = new DueClaims(jdbc, narrow, "capture");
    }

    @Override
    public void add(TenantId tenant, Capture capture) {
        rows.save(CaptureMapper.newRow(capture));
        entities.flush();
        addMoves(tenant, capture);
    }

    @Override
    public void update(TenantId tenant, Capture capture) {
        CaptureRow row = rows.findById(TenantKey.of(tenant, capture.id())).orElseThrow();
        CaptureMapper.update(row, capture.state());
        entities.flush();
        addMoves(tenant, capture);
    }

    private void addMoves(TenantId tenant, Capture capture) {
        history.add(
                tenant,
                capture.id(),
                capture.takeMoves().stream()
                        .map(move -> new MoveLog.Move(
                                move.number(), move.from(), move.to(), move.cause(), move.providerCode(), move.at()))
                        .toList());
    }

    @Override
    public Optional<Capture> find(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(CaptureMapper::toDomain);
    }

    @Override
    public Optional<Capture> lock(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(this::locked).map(CaptureMapper::toDomain);
    }

    @Override
    public List<Capture> ofPayment(TenantId tenant, String paymentId) {
        return rows.ofPayment(tenant.value(), paymentId).stream()
                .map(CaptureMapper::toDomain)
                .toList();
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
    private CaptureRow locked(CaptureRow row) {
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
