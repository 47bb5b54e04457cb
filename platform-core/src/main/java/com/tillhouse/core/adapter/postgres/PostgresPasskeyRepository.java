package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyKey;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.tenant.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in {@code person_passkey}; public keys only. */
public final class PostgresPasskeyRepository implements PasskeyRepository {
    private static final String SELECT = "select * from person_passkey ";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresPasskeyRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public boolean add(Passkey passkey) {
        PasskeyKey key = passkey.key();
        return narrow.answerOfNoTenant(() -> jdbc.sql("""
                        insert into person_passkey (credential_id, person_id, name, attested, sign_count, backup_eligible, backed_up,
                          transports, created_at)
                        values (:id, :person, :name, :attested, :count, :eligible, :backed, :transports, :at)
                        on conflict do nothing""")
                        .param("id", key.id())
                        .param("person", passkey.person().value())
                        .param("name", passkey.name())
                        .param("attested", key.attested())
                        .param("count", key.signCount())
                        .param("eligible", key.backupEligible())
                        .param("backed", key.backedUp())
                        .param("transports", key.transports())
                        .param("at", passkey.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1);
    }

    @Override
    public List<Passkey> of(PersonId person) {
        return jdbc.sql(SELECT + "where person_id = :person order by created_at, credential_id")
                .param("person", person.value())
                .query(PostgresPasskeyRepository::passkey)
                .list();
    }

    @Override
    public Optional<Passkey> byId(String id) {
        return jdbc.sql(SELECT + "where credential_id = :id")
                .param("id", id)
                .query(PostgresPasskeyRepository::passkey)
                .optional();
    }

    @Override
    public boolean used(PasskeyKey key, Instant at) {
        return narrow.answerOfNoTenant(() -> jdbc.sql("""
                        update person_passkey set sign_count = :count, backed_up = :backed, last_used_at = :at
                        where credential_id = :id and (sign_count < :count or sign_count = 0 and :count = 0)""")
                        .param("id", key.id())
                        .param("count", key.signCount())
                        .param("backed", key.backedUp())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1);
    }

    @Override
    public void rename(PersonId person, String id, String name) {
        narrow.ofNoTenant(() -> jdbc.sql(
                        "update person_passkey set name = :name where credential_id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.value())
                .param("name", name)
                .update());
    }

    @Override
    public void remove(PersonId person, String id) {
        narrow.ofNoTenant(() -> jdbc.sql("delete from person_passkey where credential_id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.value())
                .update());
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Passkey(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                new PasskeyKey(
                        row.getString("credential_id"),
                        row.getString("attested"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up"),
                        row.getString("transports")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
