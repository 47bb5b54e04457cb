package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.audit.domain.AuditActor;
import com.tillhouse.core.audit.port.AuditActorSource;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever acts on this thread, by the name and role that the database knows at this moment. */
public final class PostgresAuditActorSource implements AuditActorSource {
    private final JdbcClient jdbc;

    public PostgresAuditActorSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AuditActor current(TenantId tenant, @Nullable String personId) {
        Optional<Actor> acting = Act.current().map(Act::actor);
        Actor.Origin origin = acting.map(Actor::origin).orElse(null);
        if (personId != null) {
            return member(tenant, personId, origin);
        }
        return acting.map(actor -> switch (actor.kind()) {
                    case MEMBER -> member(tenant, actor.id(), origin);
                    case API_CLIENT -> client(tenant, actor.id(), origin);
                    case NOTIFICATION, RECOVERY ->
                        new AuditActor(
                                actor.kind().name().toLowerCase(Locale.ROOT), actor.id(), null, null, null, null);
                })
                .orElse(AuditActor.PLATFORM);
    }

    @Override
    public Assurance assurance() {
        return Act.current()
                .map(Act::actor)
                .map(actor -> switch (actor.kind()) {
                    case MEMBER -> actor.assurance();
                    case API_CLIENT, NOTIFICATION, RECOVERY -> Assurance.SECOND_FACTOR;
                })
                .orElse(Assurance.SECOND_FACTOR);
    }

    @Override
    public Map<String, String> circumstances(TenantId tenant) {
        return jdbc.sql("""
                        select nullif(current_setting('app.proposal', true), '') as proposal, g.id, g.reason
                        from (select) one left join access_grant g
                          on g.tenant_id = :tenant and g.id = nullif(current_setting('app.visitor', true), '')""")
                .param("tenant", tenant.value())
                .query((row, number) -> said(row.getString("proposal"), row.getString("id"), row.getString("reason")))
                .single();
    }

    private static Map<String, String> said(
            @Nullable String proposal, @Nullable String access, @Nullable String reason) {
        Map<String, String> said = new TreeMap<>();
        if (proposal != null) {
            said.put("proposal", proposal);
        }
        if (access != null && reason != null) {
            said.put("access", access);
            said.put("access_reason", reason);
        }
        return said;
    }

    private AuditActor member(TenantId tenant, String id, Actor.@Nullable Origin origin) {
        return jdbc.sql("""
                        select p.email as name, m.role, m.role is null and o.person_id is not null as operator from person p
                        left join operator o on o.person_id = p.person_id
                        left join member m on m.tenant_id = :tenant and m.person_id = p.person_id
                        where p.person_id = :person""")
                .param("tenant", tenant.value())
                .param("person", UUID.fromString(id))
                .query((row, number) -> actor(
                        row.getBoolean("operator") ? "operator" : "member",
                        id,
                        row.getString("name"),
                        lower(row.getString("role")),
                        origin))
                .optional()
                .orElseGet(() -> actor("member", id, null, null, origin));
    }

    private AuditActor client(TenantId tenant, String id, Actor.@Nullable Origin origin) {
        String name = jdbc.sql("select name from oauth_client where tenant_id = :tenant and client_id = :client")
                .param("tenant", tenant.value())
                .param("client", id)
                .query(String.class)
                .optional()
                .orElse(null);
        return actor("api_client", id, name, null, origin);
    }

    private static AuditActor actor(
            String kind, String id, @Nullable String name, @Nullable String role, Actor.@Nullable Origin origin) {
        return new AuditActor(
                kind, id, name, role, origin == null ? null : origin.address(), origin == null ? null : origin.agent());
    }

    private static @Nullable String lower(@Nullable String word) {
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }
}
