package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.LastOwnerException;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.port.TeamRepository;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant's members by JDBC. That an owner is left is guarded by a trigger, which makes those who go at once wait for each other. */
public final class PostgresTeamRepository implements TeamRepository {
    private static final String SELECT = """
            select p.person_id, p.email, p.name, m.role, m.created_at,
              (select max(s.started_at) from sign_in s where s.person_id = p.person_id) as last_sign_in
            from member m join person p on p.person_id = m.person_id
            where m.tenant_id = :tenant\s""";
    private static final String KEEPS_AN_OWNER = "a tenant keeps at least one owner";

    private final JdbcClient jdbc;

    public PostgresTeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(TenantId tenant) {
        // leaves those alone who only refer to the tenant, such as new payments
        jdbc.sql("select tenant_id from tenant where tenant_id = :tenant for no key update")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .optional();
    }

    @Override
    public List<TeamMember> members(TenantId tenant) {
        return jdbc.sql(SELECT + "order by m.role <> 'OWNER', p.email")
                .param("tenant", tenant.value())
                .query(PostgresTeamRepository::member)
                .list();
    }

    @Override
    public Optional<TeamMember> member(TenantId tenant, PersonId person) {
        return jdbc.sql(SELECT + "and m.person_id = :person")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .query(PostgresTeamRepository::member)
                .optional();
    }

    @Override
    public void changeRole(TenantId tenant, PersonId person, Role role) {
        guarded(() -> jdbc.sql("update member set role = :role where tenant_id = :tenant and person_id = :person")
                .param("role", role.name())
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update());
    }

    @Override
    public void remove(TenantId tenant, PersonId person) {
        guarded(() -> jdbc.sql("delete from member where tenant_id = :tenant and person_id = :person")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update());
    }

    @Override
    public boolean addPerson(TenantId tenant, Person person, String name) {
        return jdbc.sql("""
                        insert into person (person_id, email, name, password_hash, created_at)
                        values (:id, :email, :name, :hash, :at) on conflict (email) do nothing""")
                        .param("id", person.id().value())
                        .param("email", person.email().value())
                        .param("name", name)
                        .param("hash", person.passwordHash())
                        .param("at", person.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static void guarded(Runnable statement) {
        try {
            statement.run();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage()).contains(KEEPS_AN_OWNER)) {
                throw new LastOwnerException();
            }
            throw e;
        }
    }

    private static TeamMember member(ResultSet row, int number) throws SQLException {
        OffsetDateTime last = row.getObject("last_sign_in", OffsetDateTime.class);
        return new TeamMember(
                new PersonId(row.getObject("person_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                last == null ? null : last.toInstant());
    }
}
