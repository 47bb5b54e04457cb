package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.review.ReviewChoice;
import com.tillhouse.core.review.ReviewDecision;
import com.tillhouse.core.review.ReviewStore;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions in the table {@code review_decision}; what waits is counted where it stands. */
public final class PostgresReviewStore implements ReviewStore {
    private final JdbcClient jdbc;

    public PostgresReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TenantId tenant, ReviewDecision decision) {
        jdbc.sql("""
                        insert into review_decision
                          (tenant_id, id, object_id, reason, raised_at, choice, settled_as, note, person_id, decided_at)
                        values (:tenant, :id, :object, :reason, :raised, :choice, :settled, :note, :person, :at)""")
                .param("tenant", tenant.value())
                .param("id", decision.id())
                .param("object", decision.objectId())
                .param("reason", decision.reason())
                .param("raised", decision.raisedAt().atOffset(ZoneOffset.UTC))
                .param("choice", decision.choice().name())
                .param("settled", decision.settledAs())
                .param("note", decision.note())
                .param("person", decision.person().value())
                .param("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<ReviewDecision> decisions(TenantId tenant, String objectId) {
        return jdbc.sql("""
                        select tenant_id, id, object_id, reason, raised_at, choice, settled_as, note, person_id, decided_at
                        from review_decision where tenant_id = :tenant and object_id = :object
                        order by decided_at desc, id desc""")
                .param("tenant", tenant.value())
                .param("object", objectId)
                .query(PostgresReviewStore::decision)
                .list();
    }

    @Override
    public int waiting(TenantId tenant, Mode mode, int most) {
        return jdbc.sql("""
                        select count(*) from (
                          (select 1 from payment where tenant_id = :tenant and mode = :mode and review_reason is not null limit :most)
                          union all
                          (select 1 from refund where tenant_id = :tenant and mode = :mode and review_reason is not null limit :most)
                          limit :most) waiting""")
                .param("tenant", tenant.value())
                .param("mode", mode.name())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static ReviewDecision decision(ResultSet row, int number) throws SQLException {
        return new ReviewDecision(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("id"),
                row.getString("object_id"),
                row.getString("reason"),
                instant(row, "raised_at"),
                ReviewChoice.valueOf(row.getString("choice")),
                row.getString("settled_as"),
                row.getString("note"),
                new PersonId(row.getObject("person_id", UUID.class)),
                instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
