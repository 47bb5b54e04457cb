package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.port.SignInStore;
import com.tillhouse.core.tenant.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins by JDBC; the table holds no tenant's data. */
public final class PostgresSignInStore implements SignInStore {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String COLUMNS =
            "s.id, s.person_id, s.address, s.agent, s.started_at, s.last_seen_at, s.expires_at";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresSignInStore(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    /** Makes room on the way: what the person signed in to a season ago is of no use to anybody. */
    @Override
    public void begin(SignIn signIn) {
        narrow.ofNoTenant(() -> {
            jdbc.sql("delete from sign_in where person_id = :person and started_at < :before")
                    .param("person", signIn.person().value())
                    .param("before", utc(signIn.startedAt().minus(KEPT)))
                    .update();
            jdbc.sql("""
                            insert into sign_in (id, person_id, address, agent, started_at, last_seen_at, expires_at)
                            values (:id, :person, :address, :agent, :started, :seen, :expires)""")
                    .param("id", signIn.id())
                    .param("person", signIn.person().value())
                    .param("address", signIn.address())
                    .param("agent", signIn.agent())
                    .param("started", utc(signIn.startedAt()))
                    .param("seen", utc(signIn.lastSeenAt()))
                    .param("expires", utc(signIn.expiresAt()))
                    .update();
        });
    }

    @Override
    public Optional<SignIn> find(String id) {
        return jdbc.sql("select " + COLUMNS + """
                         from sign_in s join person p on p.person_id = s.person_id
                        where s.id = :id and s.ended_at is null and p.disabled_at is null""")
                .param("id", id)
                .query(PostgresSignInStore::signIn)
                .optional();
    }

    @Override
    public void seen(String id, Instant at) {
        narrow.ofNoTenant(() -> jdbc.sql(
                        "update sign_in set last_seen_at = :at where id = :id and ended_at is null and last_seen_at < :at")
                .param("at", utc(at))
                .param("id", id)
                .update());
    }

    @Override
    public List<SignIn> lasting(PersonId person, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                         from sign_in s
                        where s.person_id = :person and s.ended_at is null and s.expires_at > :now and s.last_seen_at > :idle
                        order by s.last_seen_at desc, s.id""")
                .param("person", person.value())
                .param("now", utc(now))
                .param("idle", utc(now.minus(SignIn.IDLE)))
                .query(PostgresSignInStore::signIn)
                .list();
    }

    @Override
    public boolean end(PersonId person, String id, SignIn.End end, Instant at) {
        AtomicInteger ended = new AtomicInteger();
        narrow.ofNoTenant(() -> ended.set(jdbc.sql("""
                        update sign_in set ended_at = :at, ended_as = :end
                        where id = :id and person_id = :person and ended_at is null""")
                .param("at", utc(at))
                .param("end", end.name())
                .param("id", id)
                .param("person", person.value())
                .update()));
        return ended.get() == 1;
    }

    @Override
    public int endOthers(PersonId person, @Nullable String but, SignIn.End end, Instant at) {
        AtomicInteger ended = new AtomicInteger();
        narrow.ofNoTenant(() -> ended.set(endAll(jdbc, person, but == null ? "" : but, end, at)));
        return ended.get();
    }

    /** Ends those that last but one, in the transaction of the caller. */
    static int endAll(JdbcClient jdbc, PersonId person, String but, SignIn.End end, Instant at) {
        return jdbc.sql("""
                        update sign_in set ended_at = :at, ended_as = :end
                        where person_id = :person and id <> :but and ended_at is null and expires_at > :at and last_seen_at > :idle""")
                .param("at", utc(at))
                .param("idle", utc(at.minus(SignIn.IDLE)))
                .param("end", end.name())
                .param("person", person.value())
                .param("but", but)
                .update();
    }

    private static SignIn signIn(ResultSet row, int number) throws SQLException {
        return new SignIn(
                row.getString("id"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("address"),
                row.getString("agent"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
