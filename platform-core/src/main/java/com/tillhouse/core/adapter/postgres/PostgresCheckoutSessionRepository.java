package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.checkout.domain.SessionMove;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Checkout sessions by JPA; the sweep across tenants by JDBC. */
public final class PostgresCheckoutSessionRepository implements CheckoutSessionRepository {
    private final CheckoutSessionRows rows;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final CheckoutSessionMapper mapper;

    public PostgresCheckoutSessionRepository(
            EntityManager entities, JdbcClient jdbc, NarrowRole narrow, JsonMapper json) {
        this.rows = new JpaRepositoryFactory(entities).getRepository(CheckoutSessionRows.class);
        this.entities = entities;
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.mapper = new CheckoutSessionMapper(json);
    }

    @Override
    public void add(TenantId tenant, CheckoutSession session) {
        rows.save(mapper.newRow(session));
        entities.flush();
    }

    @Override
    public void update(TenantId tenant, CheckoutSession session) {
        CheckoutSessionRow row =
                rows.findById(TenantKey.of(tenant, session.origin().id())).orElseThrow();
        mapper.update(row, session);
        entities.flush();
        for (SessionMove move : session.takeMoves()) {
            jdbc.sql("""
                            insert into checkout_session_move (tenant_id, session_id, number, from_status, to_status, cause, moved_at,
                              actor_kind, actor_id, request_id)
                            values (:tenant, :session, :number, :from, :to, :cause, :at, :actorKind, :actorId, :request)""")
                    .param("tenant", tenant.value())
                    .param("session", session.origin().id())
                    .param("number", move.number())
                    .param("from", move.from().name())
                    .param("to", move.to().name())
                    .param("cause", move.cause().name())
                    .param("at", move.at().atOffset(ZoneOffset.UTC))
                    .params(TrailNotes.actor())
                    .update();
        }
    }

    @Override
    public Optional<CheckoutSession> find(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(mapper::toDomain);
    }

    @Override
    public Optional<CheckoutSession> lock(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(this::locked).map(mapper::toDomain);
    }

    @Override
    public Page<CheckoutSession> list(TenantId tenant, SessionFilter filter) {
        return new NewestFirst<>(CheckoutSessionRow.class, tenant.value())
                .and("r.mode = :mode", "mode", filter.mode())
                .and("r.orderReference = :reference", "reference", filter.orderReference())
                .and("r.status = :status", "status", filter.status())
                .and("r.createdAt >= :from", "from", filter.createdFrom())
                .and("r.createdAt < :to", "to", filter.createdTo())
                .page(
                        entities,
                        filter.after(),
                        filter.limit(),
                        row -> new Position(row.createdAt, row.key.id()),
                        mapper::toDomain);
    }

    @Override
    public List<Overdue> overdue(Instant now, int limit) {
        return narrow.worker(() -> jdbc.sql("""
                        select s.tenant_id, s.id from checkout_session s
                        where s.status = 'OPEN' and s.expires_at <= :now
                          and not exists (
                            select from payment p
                            where p.tenant_id = s.tenant_id and p.session_id = s.id
                              and p.next_check_at is not null and p.status in ('CREATED', 'OPEN', 'PROCESSING'))
                        order by s.expires_at limit :limit""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) ->
                        new Overdue(new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("id")))
                .list());
    }

    /** As it is once nobody else writes it; also when this unit of work has read it before, and another has written it since. */
    private CheckoutSessionRow locked(CheckoutSessionRow row) {
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
