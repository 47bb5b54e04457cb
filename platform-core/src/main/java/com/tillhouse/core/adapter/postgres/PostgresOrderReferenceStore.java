package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.port.OrderReferenceStore;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds a reference by an advisory lock of the transaction: there may be no row yet that could be locked. Equal hashes only wait for each other. */
public final class PostgresOrderReferenceStore implements OrderReferenceStore {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    public PostgresOrderReferenceStore(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void hold(TenantId tenant, Mode mode, String orderReference) {
        jdbc.sql("select true from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) held")
                .param("name", "order " + tenant + " " + mode + " " + orderReference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> open(TenantId tenant, Mode mode, String orderReference) {
        return jdbc.sql("""
                        select s.id from checkout_session s
                        where s.tenant_id = :tenant and s.mode = :mode and s.order_reference = :reference and s.status = 'OPEN'
                          and exists (
                            select from payment p
                            where p.tenant_id = s.tenant_id and p.session_id = s.id
                              and (p.status in ('CREATED', 'OPEN', 'PROCESSING')
                                or s.expires_at > :now and (p.status <> 'FAILED' or p.normal_url is not null)))
                        order by s.created_at, s.id""")
                .param("tenant", tenant.value())
                .param("mode", mode.name())
                .param("reference", orderReference)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("id"))
                .list();
    }
}
