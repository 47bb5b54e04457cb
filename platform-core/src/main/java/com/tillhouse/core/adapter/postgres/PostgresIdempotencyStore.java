package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.KeyInFlightException;
import com.tillhouse.core.idempotency.KeyReusedException;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.TenantId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Insert first, look second: the unique key decides who acts. */
public final class PostgresIdempotencyStore implements IdempotencyStore {
    private static final String SAME_KEY =
            " where tenant_id = :tenant and mode = :mode and client_id = :client and operation = :operation and key = :key";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final InstantSource clock;

    public PostgresIdempotencyStore(JdbcClient jdbc, NarrowRole narrow, InstantSource clock) {
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.clock = clock;
    }

    private record Stored(
            byte[] fingerprint,
            String resourceId,
            boolean leased,
            @Nullable Integer status,
            byte @Nullable [] reply) {}

    @Override
    public Claim claim(TenantId tenant, IdempotencyKey key, byte[] fingerprint, String resourceId, Duration lease) {
        int inserted = jdbc.sql("""
                        insert into idempotency_key
                          (tenant_id, mode, client_id, operation, key, fingerprint, resource_id, state, lease_until, created_at)
                        values (:tenant, :mode, :client, :operation, :key, :fingerprint, :resource, 'IN_FLIGHT',
                          clock_timestamp() + make_interval(secs => :lease), :now)
                        on conflict do nothing""")
                .params(names(tenant, key))
                .param("fingerprint", fingerprint)
                .param("resource", resourceId)
                .param("lease", lease.toMillis() / 1000.0)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 1 ? new Claim.Fresh() : claimAgain(tenant, key, fingerprint, lease);
    }

    private Claim claimAgain(TenantId tenant, IdempotencyKey key, byte[] fingerprint, Duration lease) {
        Stored stored = jdbc.sql(
                        "select fingerprint, resource_id, lease_until > clock_timestamp() as leased, status, reply"
                                + " from idempotency_key" + SAME_KEY + " for update")
                .params(names(tenant, key))
                .query(PostgresIdempotencyStore::stored)
                .single();
        if (!MessageDigest.isEqual(stored.fingerprint(), fingerprint)) {
            throw new KeyReusedException();
        }
        if (stored.status() != null && stored.reply() != null) {
            return new Claim.Done(new Reply(stored.status(), stored.reply(), true));
        }
        if (stored.leased()) {
            throw new KeyInFlightException();
        }
        jdbc.sql("update idempotency_key set lease_until = clock_timestamp() + make_interval(secs => :lease)"
                        + SAME_KEY)
                .params(names(tenant, key))
                .param("lease", lease.toMillis() / 1000.0)
                .update();
        return new Claim.Resumed(stored.resourceId());
    }

    @Override
    public Reply complete(TenantId tenant, IdempotencyKey key, Reply reply) {
        int kept = jdbc.sql("update idempotency_key set state = 'DONE', status = :status, reply = :reply" + SAME_KEY
                        + " and state = 'IN_FLIGHT'")
                .params(names(tenant, key))
                .param("status", reply.status())
                .param("reply", reply.body())
                .update();
        return kept == 1 ? reply : standing(tenant, key).orElse(reply);
    }

    private Optional<Reply> standing(TenantId tenant, IdempotencyKey key) {
        return jdbc.sql("select status, reply from idempotency_key" + SAME_KEY + " and state = 'DONE'")
                .params(names(tenant, key))
                .query((row, number) -> new Reply(row.getInt("status"), row.getBytes("reply"), true))
                .optional();
    }

    @Override
    public int sweep(int limit) {
        return narrow.worker(() -> jdbc.sql("""
                        delete from idempotency_key k using (
                          select tenant_id, mode, client_id, operation, key from idempotency_key
                          order by created_at limit :limit) old
                        where (k.tenant_id, k.mode, k.client_id, k.operation, k.key)
                            = (old.tenant_id, old.mode, old.client_id, old.operation, old.key)""").param("limit", limit).update());
    }

    @Override
    public void release(TenantId tenant, IdempotencyKey key) {
        jdbc.sql("update idempotency_key set lease_until = clock_timestamp()" + SAME_KEY + " and state = 'IN_FLIGHT'")
                .params(names(tenant, key))
                .update();
    }

    @Override
    public void forget(TenantId tenant, IdempotencyKey key) {
        jdbc.sql("delete from idempotency_key" + SAME_KEY + " and state = 'IN_FLIGHT'")
                .params(names(tenant, key))
                .update();
    }

    private static Map<String, Object> names(TenantId tenant, IdempotencyKey key) {
        return Map.of(
                "tenant", tenant.value(),
                "mode", key.mode().name(),
                "client", key.clientId(),
                "operation", key.operation(),
                "key", key.key());
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getBytes("fingerprint"),
                row.getString("resource_id"),
                row.getBoolean("leased"),
                row.getObject("status", Integer.class),
                row.getBytes("reply"));
    }
}
