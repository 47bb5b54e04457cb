package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.factor.port.SecondFactorRuleStore;
import com.tillhouse.core.shared.TenantId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule in {@code second_factor_rule}; a tenant without a row has none. */
public final class PostgresSecondFactorRuleStore implements SecondFactorRuleStore {
    private static final String SELECT =
            "select required_from from second_factor_rule where tenant_id = :tenant and required_from is not null";

    private final JdbcClient jdbc;

    public PostgresSecondFactorRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> requiredFrom(TenantId tenant) {
        List<Instant> found = jdbc.sql(SELECT)
                .param("tenant", tenant.value())
                .query((row, number) ->
                        row.getObject("required_from", OffsetDateTime.class).toInstant())
                .list();
        return found.stream().findFirst();
    }

    @Override
    public Optional<Instant> lock(TenantId tenant, Instant at) {
        jdbc.sql("""
                        insert into second_factor_rule (tenant_id, changed_at) values (:tenant, :at)
                        on conflict (tenant_id) do update set changed_at = second_factor_rule.changed_at""")
                .param("tenant", tenant.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return requiredFrom(tenant);
    }

    @Override
    public void put(TenantId tenant, @Nullable Instant requiredFrom, Instant at) {
        jdbc.sql("update second_factor_rule set required_from = :from, changed_at = :at where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .param(
                        "from",
                        requiredFrom == null ? null : requiredFrom.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
