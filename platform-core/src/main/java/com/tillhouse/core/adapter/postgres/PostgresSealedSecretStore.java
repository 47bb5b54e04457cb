package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.keyset.port.SealedSecretStore;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed secrets in the columns that {@link SealedColumn} lists. A row that somebody changes meanwhile is left to them. */
public final class PostgresSealedSecretStore implements SealedSecretStore {
    private final JdbcClient jdbc;
    private final SecretVault vault;
    private final TransactionTemplate transactions;

    public PostgresSealedSecretStore(
            JdbcClient jdbc, SecretVault vault, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    private record Sealed(List<String> key, String place, byte[] bytes) {}

    private record Clear(String id, String path) {}

    @Override
    public int resealAll(TenantId tenant) {
        int sealed = sealClearPaths(tenant);
        for (SealedColumn column : SealedColumn.OF_TENANTS) {
            for (Sealed one : rows(column, Map.of("tenant_id", tenant.value()))) {
                byte[] secret = vault.open(tenant, one.place, one.bytes);
                byte[] anew = vault.seal(tenant, one.place, secret);
                Arrays.fill(secret, (byte) 0);
                sealed += write(column, one, anew, Map.of("tenant_id", tenant.value()));
            }
        }
        return sealed;
    }

    @Override
    public int resealPlatform() {
        return Objects.requireNonNull(transactions.execute(status -> {
            int sealed = 0;
            for (SealedColumn column : SealedColumn.OF_PLATFORM) {
                for (Sealed one : rows(column, Map.of())) {
                    byte[] secret = vault.openForPlatform(one.place, one.bytes);
                    byte[] anew = vault.sealForPlatform(one.place, secret);
                    Arrays.fill(secret, (byte) 0);
                    sealed += write(column, one, anew, Map.of());
                }
            }
            return sealed;
        }));
    }

    private int sealClearPaths(TenantId tenant) {
        List<Clear> clear = jdbc.sql("select id, path from notify_route where tenant_id = :tenant and path is not null")
                .param("tenant", tenant.value())
                .query((row, number) -> new Clear(row.getString("id"), row.getString("path")))
                .list();
        clear.forEach(route -> jdbc.sql("""
                        update notify_route set path = null, path_encrypted = :sealed where tenant_id = :tenant and id = :id""")
                .param(
                        "sealed",
                        vault.seal(tenant, NotifyRoute.place(route.id), route.path.getBytes(StandardCharsets.US_ASCII)))
                .param("tenant", tenant.value())
                .param("id", route.id)
                .update());
        return clear.size();
    }

    private List<Sealed> rows(SealedColumn column, Map<String, Object> owner) {
        String sql = "select " + column.keyColumns() + ", " + column.place() + " as place, " + column.column()
                + " from " + column.table() + " where " + column.column() + " is not null" + and(owner);
        return jdbc.sql(sql)
                .params(owner)
                .query((row, number) -> sealed(column, row))
                .list();
    }

    private static String and(Map<String, Object> owner) {
        return owner.isEmpty() ? "" : " and tenant_id = :tenant_id";
    }

    private static Sealed sealed(SealedColumn column, ResultSet row) throws SQLException {
        List<String> key = new ArrayList<>();
        for (String name : column.key()) {
            key.add(row.getString(name));
        }
        return new Sealed(key, row.getString("place"), row.getBytes(column.column()));
    }

    private int write(SealedColumn column, Sealed one, byte[] anew, Map<String, Object> owner) {
        StringBuilder sql = new StringBuilder("update " + column.table() + " set " + column.column() + " = :anew where "
                + column.column() + " = :old" + and(owner));
        Map<String, Object> params = new HashMap<>(owner);
        params.put("anew", anew);
        params.put("old", one.bytes);
        for (int i = 0; i < column.key().size(); i++) {
            sql.append(" and ")
                    .append(column.key().get(i))
                    .append("::text = :key")
                    .append(i);
            params.put("key" + i, one.key.get(i));
        }
        return jdbc.sql(sql.toString()).params(params).update();
    }
}
