package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments by JPA; their history and the claim across tenants by JDBC. */
public final class PostgresPaymentRepository implements PaymentRepository {
    private final PaymentRows rows;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final MoveLog history;
    private final DueClaims claims;

    public PostgresPaymentRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        this.rows = new JpaRepositoryFactory(entities).getRepository(PaymentRows.class);
        this.entities = entities;
        this.jdbc = jdbc;
        this.history = new MoveLog(jdbc, "payment_move", "payment_id");
        this.claims = new DueClaims(jdbc, narrow, "payment");
    }

    @Override
    public void add(TenantId tenant, Payment payment) {
        rows.save(PaymentMapper.newRow(payment));
        entities.flush();
        addMoves(tenant, payment);
    }

    @Override
    public void update(TenantId tenant, Payment payment) {
        PaymentRow row = rows.findById(TenantKey.of(tenant, payment.id())).orElseThrow();
        PaymentMapper.update(row, payment.state());
        entities.flush();
        addMoves(tenant, payment);
    }

    private void addMoves(TenantId tenant, Payment payment) {
        history.add(
                tenant,
                payment.id(),
                payment.takeMoves().stream()
                        .map(move -> new MoveLog.Move(
                                move.number(), move.from(), move.to(), move.cause(), move.providerCode(), move.at()))
                        .toList());
    }

    @Override
    public Optional<Payment> find(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(PaymentMapper::toDomain);
    }

    @Override
    public Optional<Payment> lock(TenantId tenant, String id) {
        return rows.findById(TenantKey.of(tenant, id)).map(this::locked).map(PaymentMapper::toDomain);
    }

    @Override
    public List<Payment> ofSession(TenantId tenant, String sessionId) {
        return rows.ofSessions(tenant.value(), List.of(sessionId)).stream()
                .map(PaymentMapper::toDomain)
                .toList();
    }

    @Override
    public Map<String, List<Payment>> ofSessions(TenantId tenant, Collection<String> sessionIds) {
        return rows.ofSessions(tenant.value(), sessionIds).stream()
                .map(PaymentMapper::toDomain)
                .collect(Collectors.groupingBy(payment -> payment.origin().sessionId()));
    }

    @Override
    public Page<Payment> list(TenantId tenant, PaymentFilter filter) {
        return new NewestFirst<>(PaymentRow.class, tenant.value())
                .and("r.mode = :mode", "mode", filter.mode())
                .and("r.sessionId = :session", "session", filter.sessionId())
                .and(
                        "r.sessionId in (select s.key.id from CheckoutSessionRow s"
                                + " where s.key.tenantId = :tenant and s.mode = r.mode and s.orderReference = :reference)",
                        "reference",
                        filter.orderReference())
                .and("r.status = :status", "status", filter.status())
                .when(filter.needsReview(), "r.reviewReason is not null", "r.reviewReason is null")
                .and("r.createdAt >= :from", "from", filter.createdFrom())
                .and("r.createdAt < :to", "to", filter.createdTo())
                .page(
                        entities,
                        filter.after(),
                        filter.limit(),
                        row -> new Position(row.createdAt, row.key.id()),
                        PaymentMapper::toDomain);
    }

    @Override
    public List<String> refundable(TenantId tenant, String gatewayAccountId, Money amount, Instant since, int limit) {
        return jdbc.sql("""
                        select id from payment
                        where tenant_id = :tenant and gateway_account_id = :account and status = 'SUCCEEDED'
                          and currency = :currency and created_at >= :since and captured - refunded >= :amount
                        order by (amount = :amount) desc, created_at desc, id limit :limit""")
                .param("tenant", tenant.value())
                .param("account", gatewayAccountId)
                .param("currency", amount.currency())
                .param("amount", amount.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    @Override
    public List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant) {
        return claims.claim(now, lease, limit, perTenant, Due::new);
    }

    /** As it is once nobody else writes it; also when this unit of work has read it before, and another has written it since. */
    private PaymentRow locked(PaymentRow row) {
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
