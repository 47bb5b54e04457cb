package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The condition stands in the update itself, so two at once can't both find enough. */
public final class PostgresRefundReservationStore implements RefundReservationStore {
    private final JdbcClient jdbc;

    public PostgresRefundReservationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean reserve(TenantId tenant, String paymentId, Money amount) {
        return bound(jdbc.sql("""
                update payment set reserved = reserved + :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency
                  and (status = 'SUCCEEDED' or status = 'CANCELED' and surplus)
                  and cancel_requested_at is null and reserved + refunded + :amount <= captured"""), tenant, paymentId, amount).update() == 1;
    }

    @Override
    public void settle(TenantId tenant, String paymentId, Money amount) {
        require(bound(jdbc.sql("""
                update payment set reserved = reserved - :amount, refunded = refunded + :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency and reserved >= :amount"""), tenant, paymentId, amount).update());
    }

    @Override
    public void release(TenantId tenant, String paymentId, Money amount) {
        require(bound(jdbc.sql("""
                update payment set reserved = reserved - :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency and reserved >= :amount"""), tenant, paymentId, amount).update());
    }

    @Override
    public void countExternal(TenantId tenant, String paymentId, Money amount) {
        require(bound(jdbc.sql("""
                update payment set refunded = refunded + :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency"""), tenant, paymentId, amount).update());
    }

    private static StatementSpec bound(StatementSpec statement, TenantId tenant, String paymentId, Money amount) {
        return statement
                .param("tenant", tenant.value())
                .param("payment", paymentId)
                .param("currency", amount.currency())
                .param("amount", amount.value());
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a reservation does not match its payment");
        }
    }
}
