package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.token.SigningKey;
import com.tillhouse.core.token.SigningKeyVault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Token signing keys in {@code token_signing_key}, sealed for the platform and bound to their key id. */
public final class PostgresSigningKeyVault implements SigningKeyVault {
    private static final String ONE_AT_A_TIME = "token_signing_key";

    private final JdbcClient jdbc;
    private final SecretVault vault;
    private final TransactionTemplate transactions;

    public PostgresSigningKeyVault(JdbcClient jdbc, SecretVault vault, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    private record Row(String kid, byte[] sealed, OffsetDateTime createdAt) {}

    @Override
    public List<SigningKey> live(Instant now) {
        List<Row> rows = transactions.execute(status -> jdbc.sql("""
                        select kid, jwk_encrypted, created_at from token_signing_key
                        where retired_at is null or retired_at > :now order by created_at, kid""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getString("kid"),
                        row.getBytes("jwk_encrypted"),
                        row.getObject("created_at", OffsetDateTime.class)))
                .list());
        return rows == null ? List.of() : rows.stream().map(this::open).toList();
    }

    private SigningKey open(Row row) {
        byte[] jwk = vault.openForPlatform(place(row.kid()), row.sealed());
        return new SigningKey(
                row.kid(),
                new String(jwk, StandardCharsets.UTF_8),
                row.createdAt().toInstant());
    }

    @Override
    public void addFirst(SigningKey key) {
        byte[] sealed = seal(key);
        transactions.executeWithoutResult(status -> {
            waitForOthers();
            if (newest().isEmpty()) {
                insert(key, sealed);
            }
        });
    }

    @Override
    public boolean rotate(SigningKey key, Instant newestBy, Instant othersRetireAt) {
        byte[] sealed = seal(key);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            waitForOthers();
            if (newest().filter(newest -> newest.isAfter(newestBy)).isPresent()) {
                return false;
            }
            jdbc.sql("update token_signing_key set retired_at = least(retired_at, :at)")
                    .param("at", othersRetireAt.atOffset(ZoneOffset.UTC))
                    .update();
            insert(key, sealed);
            return true;
        }));
    }

    private void waitForOthers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", ONE_AT_A_TIME)
                .query(rows -> {});
    }

    /** When the newest key was made; it is the one that does not retire. */
    private Optional<Instant> newest() {
        return jdbc.sql(
                        "select created_at from token_signing_key where retired_at is null order by created_at desc limit 1")
                .query((row, number) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private void insert(SigningKey key, byte[] sealed) {
        jdbc.sql("insert into token_signing_key (kid, jwk_encrypted, created_at) values (:kid, :sealed, :created)")
                .param("kid", key.kid())
                .param("sealed", sealed)
                .param("created", key.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] seal(SigningKey key) {
        return vault.sealForPlatform(place(key.kid()), key.jwk().getBytes(StandardCharsets.UTF_8));
    }

    private static String place(String kid) {
        return "token_signing_key/" + kid;
    }
}
