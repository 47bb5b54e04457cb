package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
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
                .query((row, number) -> new CheckoutPolicy(
                        SurplusPolicy.valueOf(row.getString("surplus")),
                        CheckoutPolicy.DuplicateOrder.valueOf(row.getString("duplicate_order"))))
                .optional()
                .orElse(CheckoutPolicy.USUAL);
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
}
