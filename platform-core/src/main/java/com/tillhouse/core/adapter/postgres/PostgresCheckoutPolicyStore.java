package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules of checkout in the table {@code checkout_policy}. */
public final class PostgresCheckoutPolicyStore implements CheckoutPolicyStore {
    private final JdbcClient jdbc;

    public PostgresCheckoutPolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CheckoutPolicy of(TenantId tenant) {
        return jdbc.sql("select surplus, duplicate_order from checkout_policy where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(PostgresCheckoutPolicyStore::policy)
                .optional()
                .orElse(CheckoutPolicy.USUAL);
    }

    @Override
    public CheckoutPolicy lock(TenantId tenant, Instant at) {
        jdbc.sql("""
                        insert into checkout_policy (tenant_id, surplus, duplicate_order, changed_at)
                        values (:tenant, :surplus, :duplicate, :at) on conflict (tenant_id) do nothing""")
                .param("tenant", tenant.value())
                .param("surplus", CheckoutPolicy.USUAL.surplus().name())
                .param("duplicate", CheckoutPolicy.USUAL.duplicateOrder().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select surplus, duplicate_order from checkout_policy where tenant_id = :tenant for update")
                .param("tenant", tenant.value())
                .query(PostgresCheckoutPolicyStore::policy)
                .single();
    }

    @Override
    public void put(TenantId tenant, CheckoutPolicy policy, Instant at) {
        jdbc.sql("""
                        insert into checkout_policy (tenant_id, surplus, duplicate_order, changed_at)
                        values (:tenant, :surplus, :duplicate, :at)
                        on conflict (tenant_id) do update
                          set surplus = excluded.surplus, duplicate_order = excluded.duplicate_order, changed_at = excluded.changed_at""")
                .param("tenant", tenant.value())
                .param("surplus", policy.surplus().name())
                .param("duplicate", policy.duplicateOrder().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public CheckoutPolicy change(
            TenantId tenant,
            @Nullable SurplusPolicy surplus,
            CheckoutPolicy.@Nullable DuplicateOrder duplicateOrder,
            Instant at) {
        return jdbc.sql("""
                        insert into checkout_policy as p (tenant_id, surplus, duplicate_order, changed_at)
                        values (:tenant, coalesce(:surplus, :usualSurplus), coalesce(:duplicate, :usualDuplicate), :at)
                        on conflict (tenant_id) do update
                          set surplus = coalesce(:surplus, p.surplus), duplicate_order = coalesce(:duplicate, p.duplicate_order),
                              changed_at = excluded.changed_at
                        returning surplus, duplicate_order""")
                .param("tenant", tenant.value())
                .param("surplus", surplus == null ? null : surplus.name(), Types.VARCHAR)
                .param("duplicate", duplicateOrder == null ? null : duplicateOrder.name(), Types.VARCHAR)
                .param("usualSurplus", CheckoutPolicy.USUAL.surplus().name())
                .param("usualDuplicate", CheckoutPolicy.USUAL.duplicateOrder().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(PostgresCheckoutPolicyStore::policy)
                .single();
    }

    private static CheckoutPolicy policy(ResultSet row, int number) throws SQLException {
        return new CheckoutPolicy(
                SurplusPolicy.valueOf(row.getString("surplus")),
                CheckoutPolicy.DuplicateOrder.valueOf(row.getString("duplicate_order")));
    }
}
