package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.factor.domain.KeptTotp;
import com.tillhouse.core.factor.domain.TotpSecret;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Authenticator apps in {@code person_totp}, sealed for the platform and bound to person, purpose and version. */
public final class PostgresTotpVault implements TotpVault {
    private final JdbcClient jdbc;
    private final SecretVault vault;
    private final NarrowRole narrow;

    public PostgresTotpVault(JdbcClient jdbc, SecretVault vault, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.narrow = narrow;
    }

    private record Row(int version, byte[] sealed, boolean confirmed) {}

    @Override
    public boolean begin(PersonId person, TotpSecret secret, Instant at) {
        return narrow.answerOfNoTenant(() -> {
            jdbc.sql("insert into person_totp (person_id, version) values (:person, 0) on conflict do nothing")
                    .param("person", person.value())
                    .update();
            int version = jdbc.sql("select version from person_totp where person_id = :person for update")
                            .param("person", person.value())
                            .query(Integer.class)
                            .single()
                    + 1;
            return jdbc.sql("""
                            update person_totp set version = :version, secret_encrypted = :sealed, begun_at = :at, last_step = null
                            where person_id = :person and confirmed_at is null""")
                            .param("person", person.value())
                            .param("version", version)
                            .param("sealed", vault.sealForPlatform(place(person, version), secret.bytes()))
                            .param("at", at.atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        });
    }

    @Override
    public Optional<KeptTotp> find(PersonId person) {
        return jdbc.sql("""
                        select version, secret_encrypted, confirmed_at is not null as confirmed from person_totp
                        where person_id = :person and secret_encrypted is not null""")
                .param("person", person.value())
                .query((row, number) ->
                        new Row(row.getInt("version"), row.getBytes("secret_encrypted"), row.getBoolean("confirmed")))
                .optional()
                .map(row -> new KeptTotp(
                        TotpSecret.of(vault.openForPlatform(place(person, row.version()), row.sealed())),
                        row.version(),
                        row.confirmed()));
    }

    @Override
    public boolean confirm(PersonId person, int version, long step, Instant at) {
        return narrow.answerOfNoTenant(() -> jdbc.sql("""
                        update person_totp set confirmed_at = :at, last_step = :step
                        where person_id = :person and version = :version and secret_encrypted is not null and confirmed_at is null""")
                        .param("person", person.value())
                        .param("version", version)
                        .param("step", step)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1);
    }

    @Override
    public boolean use(PersonId person, int version, long step) {
        return narrow.answerOfNoTenant(() -> jdbc.sql("""
                        update person_totp set last_step = :step
                        where person_id = :person and version = :version and confirmed_at is not null and last_step < :step""")
                        .param("person", person.value())
                        .param("version", version)
                        .param("step", step)
                        .update()
                == 1);
    }

    @Override
    public void remove(PersonId person) {
        narrow.ofNoTenant(() -> jdbc.sql("""
                        update person_totp set secret_encrypted = null, begun_at = null, confirmed_at = null, last_step = null
                        where person_id = :person""").param("person", person.value()).update());
    }

    private static String place(PersonId person, int version) {
        return "person_totp/" + person + "/" + version;
    }
}
