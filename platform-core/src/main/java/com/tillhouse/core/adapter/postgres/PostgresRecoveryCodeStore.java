package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.factor.domain.RecoveryCode;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hashes of recovery codes in {@code person_recovery_code}; a new set is written over the one before. */
public final class PostgresRecoveryCodeStore implements RecoveryCodeStore {
    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresRecoveryCodeStore(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public void replace(PersonId person, List<RecoveryCode> codes) {
        narrow.ofNoTenant(() -> {
            jdbc.sql(
                            "update person_recovery_code set used_at = clock_timestamp() where person_id = :person and used_at is null")
                    .param("person", person.value())
                    .update();
            for (int number = 1; number <= codes.size(); number++) {
                jdbc.sql("""
                                insert into person_recovery_code (person_id, number, code_hash) values (:person, :number, :hash)
                                on conflict (person_id, number) do update set code_hash = excluded.code_hash, used_at = null""")
                        .param("person", person.value())
                        .param("number", number)
                        .param("hash", codes.get(number - 1).hash(person))
                        .update();
            }
        });
    }

    @Override
    public boolean use(PersonId person, RecoveryCode code, Instant at) {
        return narrow.answerOfNoTenant(() -> jdbc.sql("""
                        update person_recovery_code set used_at = :at
                        where person_id = :person and code_hash = :hash and used_at is null""")
                        .param("person", person.value())
                        .param("hash", code.hash(person))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1);
    }

    @Override
    public int left(PersonId person) {
        return jdbc.sql("select count(*) from person_recovery_code where person_id = :person and used_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }
}
