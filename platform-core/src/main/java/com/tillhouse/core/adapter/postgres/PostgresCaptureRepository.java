package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureMove;
import com.tillhouse.core.capture.port.CaptureRepository;
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

/** Captures by JPA; their history and the claim across tenants by JDBC. */
public final class PostgresCaptureRepository implements CaptureRepository {
    private final CaptureRows rows;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final DueClaims claims;

    public PostgresCaptureRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        this.rows = new JpaRepositoryFactory(entities).getRepository(CaptureRows.class);
        this.entities = entities;
        this.jdbc = jdbc;
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
        for (CaptureMove move : capture.takeMoves()) {
            jdbc.sql("""
                            insert into capture_move (tenant_id, capture_id, number, from_status, to_status, cause, provider_code, moved_at,
                              actor_kind, actor_id, request_id)
                            values (:tenant, :capture, :number, :from, :to, :cause, :code, :at, :actorKind, :actorId, :request)""")
                    .param("tenant", tenant.value())
                    .param("capture", capture.id())
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
        return jdbc.sql("""
                        update capture set check_lease_until = clock_timestamp() + make_interval(secs => :lease)
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
    private CaptureRow locked(CaptureRow row) {
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
