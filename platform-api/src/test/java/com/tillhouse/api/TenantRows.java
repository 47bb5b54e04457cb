package com.tillhouse.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that the database holds of one tenant, in whatever table it stands, seen past every lock. */
final class TenantRows {
    private final JdbcClient truth;
    private final List<String> tables;

    TenantRows(JdbcClient truth) {
        this.truth = truth;
        this.tables = truth.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                        order by 1""").query(String.class).list();
    }

    /** Each row as text, by table. */
    Map<String, List<String>> of(Shop shop) {
        Map<String, List<String>> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table,
                truth.sql("select t::text from " + table + " t where tenant_id = :tenant order by 1")
                        .param("tenant", shop.tenant().value())
                        .query(String.class)
                        .list()));
        return rows;
    }

    /** How many rows each table gained. */
    static Map<String, Integer> gained(Map<String, List<String>> before, Map<String, List<String>> after) {
        Map<String, Integer> gained = new TreeMap<>();
        after.forEach((table, rows) -> {
            int more = rows.size() - before.get(table).size();
            if (more != 0) {
                gained.put(table, more);
            }
        });
        return gained;
    }
}
