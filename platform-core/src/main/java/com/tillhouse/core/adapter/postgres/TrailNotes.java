package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.domain.GatewayCall;
import com.tillhouse.core.trail.domain.TrailNote;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what the act under way noted. A note that was committed without our learning of it is met again by its id and left alone. */
final class TrailNotes {
    /** Antom's own limit for a code; an answer that nobody signed may hold anything. */
    private static final int LONGEST = 64;

    private final JdbcClient jdbc;

    TrailNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the tenant's pending notes into the running transaction and answers them; they stay pending until it has committed. */
    List<TrailNote> write(TenantId tenant) {
        List<TrailNote> notes = Act.current().map(act -> act.pendingOf(tenant)).orElse(List.of());
        notes.forEach(this::insert);
        return notes;
    }

    /** The transaction that wrote them has committed. */
    static void committed(List<TrailNote> notes) {
        if (!notes.isEmpty()) {
            Act.current().ifPresent(act -> act.kept(notes));
        }
    }

    /** Who acts now, as columns of a move. */
    static Map<String, @Nullable Object> actor() {
        return actor(Act.current().map(Act::actor).orElse(null));
    }

    private static Map<String, @Nullable Object> actor(@Nullable Actor actor) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("actorKind", actor == null ? null : actor.kind().name());
        columns.put("actorId", actor == null ? null : actor.id());
        columns.put("request", actor == null ? null : actor.requestId());
        return columns;
    }

    private void insert(TrailNote note) {
        GatewayCall call = note.call();
        ProviderResult said = call == null ? null : call.result();
        Money amount = note.amount();
        jdbc.sql("""
                        insert into trail_entry (tenant_id, id, object_id, kind, at, actor_kind, actor_id, request_id, operation,
                          target_id, currency, amount, outcome, reason, provider_status, provider_code, said, millis)
                        values (:tenant, :id, :object, :kind, :at, :actorKind, :actorId, :request, :operation,
                          :made, :currency, :amount, :outcome, :reason, :status, :code, :said, :millis)
                        on conflict do nothing""")
                .param("tenant", note.tenant().value())
                .param("id", note.id())
                .param("object", note.objectId())
                .param("kind", note.kind().name())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .params(actor(note.actor()))
                .param("operation", note.operation())
                .param("made", note.madeId())
                .param("currency", amount == null ? null : amount.currency())
                .param("amount", amount == null ? null : amount.value())
                .param("outcome", call == null ? null : call.end())
                .param("reason", call == null ? note.reason() : call.reason())
                .param("status", said == null ? null : clip(said.status()))
                .param("code", said == null ? null : clip(said.code()))
                .param("said", call == null || call.said() == null ? null : clip(call.said()))
                .param("millis", call == null ? null : call.took().toMillis())
                .update();
    }

    /** PostgreSQL takes no NUL in text. */
    private static String clip(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
