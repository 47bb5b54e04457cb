package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.audit.domain.AuditActor;
import com.tillhouse.core.audit.domain.AuditAnchor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditFilter;
import com.tillhouse.core.audit.domain.AuditHash;
import com.tillhouse.core.audit.port.AuditStore;
import com.tillhouse.core.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Audit entries in the table {@code audit_entry}, the end of each chain in {@code audit_head}. */
public final class PostgresAuditStore implements AuditStore {
    private final JdbcClient jdbc;

    public PostgresAuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AuditAnchor lockHead(TenantId tenant) {
        AuditAnchor genesis = AuditAnchor.genesis(tenant);
        jdbc.sql("""
                        insert into audit_head (tenant_id, number, hash) values (:tenant, :number, :hash)
                        on conflict (tenant_id) do nothing""")
                .param("tenant", tenant.value())
                .param("number", genesis.number())
                .param("hash", genesis.hash().bytes())
                .update();
        return head(jdbc.sql("select number, hash from audit_head where tenant_id = :tenant for update"), tenant)
                .orElseThrow(() -> new IllegalStateException("just made"));
    }

    @Override
    public Optional<AuditAnchor> holdHead(TenantId tenant) {
        return head(jdbc.sql("select number, hash from audit_head where tenant_id = :tenant for share"), tenant);
    }

    private static Optional<AuditAnchor> head(StatementSpec locking, TenantId tenant) {
        return locking.param("tenant", tenant.value())
                .query((row, number) -> new AuditAnchor(row.getLong("number"), AuditHash.of256(row.getBytes("hash"))))
                .optional();
    }

    @Override
    public void append(TenantId tenant, AuditEntry entry) {
        AuditActor actor = entry.actor();
        jdbc.sql("""
                        insert into audit_entry (tenant_id, number, at, actor_kind, actor_id, actor_name, actor_role, address, agent,
                          action, object_id, details, previous_hash, hash)
                        values (:tenant, :number, :at, :kind, :id, :name, :role, :address, :agent, :action, :object, :details,
                          :previous, :hash)""")
                .param("tenant", tenant.value())
                .param("number", entry.number())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind())
                .param("id", actor.id(), Types.VARCHAR)
                .param("name", actor.name(), Types.VARCHAR)
                .param("role", actor.role(), Types.VARCHAR)
                .param("address", actor.address(), Types.VARCHAR)
                .param("agent", actor.agent(), Types.VARCHAR)
                .param("action", entry.action())
                .param("object", entry.objectId())
                .param("details", entry.details())
                .param("previous", entry.previous().bytes())
                .param("hash", entry.hash().bytes())
                .update();
        moveHead(tenant, entry);
    }

    private void moveHead(TenantId tenant, AuditEntry entry) {
        int moved = jdbc.sql("""
                        update audit_head set number = :number, hash = :hash
                        where tenant_id = :tenant and number = :number - 1 and hash = :previous""")
                .param("number", entry.number())
                .param("hash", entry.hash().bytes())
                .param("previous", entry.previous().bytes())
                .param("tenant", tenant.value())
                .update();
        if (moved != 1) {
            throw new IllegalStateException("an audit chain moved although its head was locked");
        }
    }

    @Override
    public List<AuditEntry> after(TenantId tenant, long number, int limit) {
        return jdbc.sql(
                        "select * from audit_entry where tenant_id = :tenant and number > :number order by number limit :limit")
                .param("tenant", tenant.value())
                .param("number", number)
                .param("limit", limit)
                .query(PostgresAuditStore::entry)
                .list();
    }

    @Override
    public List<AuditEntry> newest(TenantId tenant, AuditFilter filter) {
        return jdbc.sql("""
                        select * from audit_entry
                        where tenant_id = :tenant
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:until as timestamptz) is null or at < :until)
                          and (cast(:before as bigint) is null or number < :before)
                        order by number desc limit :limit""")
                .param("tenant", tenant.value())
                .param("action", filter.action(), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", utc(filter.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", filter.before(), Types.BIGINT)
                .param("limit", filter.limit())
                .query(PostgresAuditStore::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditActor(
                        row.getString("actor_kind"),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        row.getString("actor_role"),
                        row.getString("address"),
                        row.getString("agent")),
                row.getString("action"),
                row.getString("object_id"),
                row.getString("details"),
                AuditHash.of256(row.getBytes("previous_hash")),
                AuditHash.of256(row.getBytes("hash")));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
