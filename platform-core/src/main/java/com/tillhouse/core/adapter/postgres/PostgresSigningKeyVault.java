package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.token.SigningKey;
import com.tillhouse.core.token.SigningKeyVault;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Token signing keys in {@code token_signing_key}, sealed for the platform and bound to their key id. */
public final class PostgresSigningKeyVault implements SigningKeyVault {
    private static final String FIRST_KEY_LOCK = "token_signing_key/first";

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
    public List<SigningKey> unretired() {
        List<Row> rows = transactions.execute(status -> jdbc.sql("""
                        select kid, jwk_encrypted, created_at from token_signing_key
                        where retired_at is null order by created_at, kid""")
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
        byte[] sealed = vault.sealForPlatform(place(key.kid()), key.jwk().getBytes(StandardCharsets.UTF_8));
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                    .param("name", FIRST_KEY_LOCK)
                    .query(rows -> {});
            jdbc.sql("""
                            insert into token_signing_key (kid, jwk_encrypted, created_at)
                            select :kid, :sealed, :created
                            where not exists (select from token_signing_key where retired_at is null)""")
                    .param("kid", key.kid())
                    .param("sealed", sealed)
                    .param("created", key.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    private static String place(String kid) {
        return "token_signing_key/" + kid;
    }
}
