package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People by JDBC; the table holds no tenant's data. Their bindings by the directory role. */
public final class PostgresPersonRepository implements PersonRepository {
    private static final String SELECT = "select person_id, email, password_hash, created_at, disabled_at from person ";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresPersonRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public void add(Person person) {
        narrow.ofNoTenant(() -> jdbc.sql("""
                        insert into person (person_id, email, password_hash, created_at)
                        values (:id, :email, :hash, :at)""")
                .param("id", person.id().value())
                .param("email", person.email().value())
                .param("hash", person.passwordHash())
                .param("at", person.createdAt().atOffset(ZoneOffset.UTC))
                .update());
    }

    @Override
    public Optional<Person> byEmail(EmailAddress email) {
        return jdbc.sql(SELECT + "where email = :email")
                .param("email", email.value())
                .query(PostgresPersonRepository::person)
                .optional();
    }

    @Override
    public Optional<Person> byId(PersonId id) {
        return jdbc.sql(SELECT + "where person_id = :id")
                .param("id", id.value())
                .query(PostgresPersonRepository::person)
                .optional();
    }

    @Override
    public List<TenantId> tenantsOf(PersonId id) {
        return narrow.directory(
                id.toString(),
                () -> jdbc.sql("select tenant_id from member where person_id = :person")
                        .param("person", id.value())
                        .query((row, number) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                        .list());
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        OffsetDateTime disabled = row.getObject("disabled_at", OffsetDateTime.class);
        return new Person(
                new PersonId(row.getObject("person_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("password_hash"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                disabled == null ? null : disabled.toInstant());
    }
}
