package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of one kind of object, with who acted. Only ever grows. */
final class MoveLog {
    private final JdbcClient jdbc;
    private final String insert;

    /**
     * Writes to this table.
     *
     * @param column the table's name for the id of what moved
     */
    MoveLog(JdbcClient jdbc, String table, String column) {
        this.jdbc = jdbc;
        this.insert = """
                insert into %s (tenant_id, %s, number, from_status, to_status, cause, provider_code, moved_at,
                  actor_kind, actor_id, request_id)
                values (:tenant, :id, :number, :from, :to, :cause, :code, :at, :actorKind, :actorId, :request)""".formatted(table, column);
    }

    /** One step, of whatever object. */
    record Move(
            long number,
            Enum<?> from,
            Enum<?> to,
            Cause cause,
            @Nullable String providerCode,
            Instant at) {}

    void add(TenantId tenant, String id, List<Move> moves) {
        for (Move move : moves) {
            jdbc.sql(insert)
                    .param("tenant", tenant.value())
                    .param("id", id)
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
}
