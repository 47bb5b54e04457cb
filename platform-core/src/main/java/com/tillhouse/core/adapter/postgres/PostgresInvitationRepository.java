package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.mail.domain.MailStatus;
import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.port.InvitationRepository;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations of a tenant by JDBC. The tenant of a token by the directory role. */
public final class PostgresInvitationRepository implements InvitationRepository {
    /** A mail that was sent long ago is forgotten, so it may be missing. */
    private static final String SELECT = """
            select i.tenant_id, i.id, i.email, i.role, i.invited_by, i.mail_id, coalesce(m.status, 'SENT') as mail_status,
              i.created_at, i.expires_at
            from invitation i left join (select id, status from outgoing_mail) m on m.id = i.mail_id
            where i.tenant_id = :tenant and i.ended_at is null\s""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresInvitationRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public void add(TenantId tenant, Invitation invitation, MailToken token) {
        jdbc.sql("""
                        insert into invitation
                          (tenant_id, id, email, role, token_hash, invited_by, mail_id, created_at, expires_at)
                        values (:tenant, :id, :email, :role, :hash, :by, :mail, :at, :expires)""")
                .param("tenant", tenant.value())
                .param("id", invitation.id())
                .param("email", invitation.email().value())
                .param("role", invitation.role().name())
                .param("hash", token.hash())
                .param("by", invitation.invitedBy().value())
                .param("mail", invitation.mailId())
                .param("at", invitation.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Invitation> open(TenantId tenant) {
        return jdbc.sql(SELECT + "order by i.created_at desc, i.id")
                .param("tenant", tenant.value())
                .query(PostgresInvitationRepository::invitation)
                .list();
    }

    @Override
    public Optional<Invitation> lock(TenantId tenant, String id) {
        return jdbc.sql(SELECT + "and i.id = :id for update of i")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(PostgresInvitationRepository::invitation)
                .optional();
    }

    @Override
    public Optional<Invitation> ofEmail(TenantId tenant, EmailAddress email) {
        return jdbc.sql(SELECT + "and i.email = :email")
                .param("tenant", tenant.value())
                .param("email", email.value())
                .query(PostgresInvitationRepository::invitation)
                .optional();
    }

    @Override
    public Optional<Invitation> ofToken(TenantId tenant, MailToken token) {
        return jdbc.sql(SELECT + "and i.token_hash = :hash")
                .param("tenant", tenant.value())
                .param("hash", token.hash())
                .query(PostgresInvitationRepository::invitation)
                .optional();
    }

    @Override
    public boolean end(TenantId tenant, String id, Invitation.End end, Instant at) {
        return jdbc.sql("""
                        update invitation set ended_at = :at, ended_as = :end
                        where tenant_id = :tenant and id = :id and ended_at is null""")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("end", end.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public int madeSince(TenantId tenant, Instant since) {
        return jdbc.sql("select count(*)::integer from invitation where tenant_id = :tenant and created_at > :since")
                .param("tenant", tenant.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<TenantId> tenantOf(MailToken token) {
        return narrow.directory(
                HexFormat.of().formatHex(token.hash()),
                () -> jdbc.sql("select tenant_id from invitation where token_hash = :hash")
                        .param("hash", token.hash())
                        .query((row, number) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                        .optional());
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("id"),
                new EmailAddress(row.getString("email")),
                Role.valueOf(row.getString("role")),
                new PersonId(row.getObject("invited_by", UUID.class)),
                row.getString("mail_id"),
                MailStatus.valueOf(row.getString("mail_status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
