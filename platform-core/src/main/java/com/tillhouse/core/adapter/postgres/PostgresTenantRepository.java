package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Tenant;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tenants; each sees only itself. */
public final class PostgresTenantRepository implements TenantRepository {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresTenantRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public void add(TenantId id, Tenant tenant) {
        jdbc.sql("insert into tenant (tenant_id, slug, name, created_at) values (:id, :slug, :name, :at)")
                .param("id", id.value())
                .param("slug", tenant.slug())
                .param("name", tenant.name())
                .param("at", tenant.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return jdbc.sql("select slug, name, created_at from tenant where tenant_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Tenant(
                        id,
                        row.getString("slug"),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean inGoodStanding(TenantId id) {
        return jdbc.sql("select exists (select from tenant where tenant_id = :id and suspended_at is null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean suspend(TenantId id, Instant at) {
        return jdbc.sql("update tenant set suspended_at = coalesce(suspended_at, :at) where tenant_id = :id")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    @Override
    public boolean resume(TenantId id) {
        return jdbc.sql("update tenant set suspended_at = null where tenant_id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    @Override
    public List<TenantId> after(@Nullable TenantId last, int limit) {
        return narrow.worker(
                () -> jdbc.sql("select tenant_id from tenant where tenant_id > :last order by tenant_id limit :limit")
                        .param("last", last == null ? BEFORE_ALL : last.value())
                        .param("limit", limit)
                        .query((row, number) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                        .list());
    }
}
