package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.factor.domain.AttemptWindow;
import com.tillhouse.core.factor.port.FactorAttemptStore;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts in {@code person_factor_attempt}, counted by one statement, so that no two processes count the same. */
public final class PostgresFactorAttemptStore implements FactorAttemptStore {
    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresFactorAttemptStore(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public int count(PersonId person, Instant now, AttemptWindow window) {
        return narrow.answerOfNoTenant(() -> jdbc.sql("""
                        insert into person_factor_attempt as a (person_id, since, attempts, in_a_row) values (:person, :now, 1, 1)
                        on conflict (person_id) do update set
                          attempts = case when a.since > case when a.in_a_row >= :many then :late else :begin end then a.attempts + 1 else 1 end,
                          since = case when a.since > case when a.in_a_row >= :many then :late else :begin end then a.since else :now end,
                          in_a_row = a.in_a_row + 1
                        returning attempts""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("begin", now.minus(window.usual()).atOffset(ZoneOffset.UTC))
                .param("late", now.minus(window.afterMany()).atOffset(ZoneOffset.UTC))
                .param("many", window.many())
                .query(Integer.class)
                .single());
    }

    @Override
    public void clear(PersonId person) {
        narrow.ofNoTenant(
                () -> jdbc.sql("update person_factor_attempt set attempts = 0, in_a_row = 0 where person_id = :person")
                        .param("person", person.value())
                        .update());
    }
}
