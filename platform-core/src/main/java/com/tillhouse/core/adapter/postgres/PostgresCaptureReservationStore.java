package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.capture.port.CaptureReservationStore;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The condition stands in the update itself, so two at once can't both find enough. */
public final class PostgresCaptureReservationStore implements CaptureReservationStore {
    private final JdbcClient jdbc;

    public PostgresCaptureReservationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean reserve(TenantId tenant, String paymentId, Money amount) {
        return bound(jdbc.sql("""
                update payment set capturing = capturing + :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency and capture_mode = 'MANUAL'
                  and status in ('AUTHORIZED', 'SUCCEEDED') and not capture_closed and cancel_requested_at is null
                  and captured + capturing + :amount <= amount"""), tenant, paymentId, amount).update() == 1;
    }

    @Override
    public void settle(TenantId tenant, String paymentId, Money amount) {
        require(bound(jdbc.sql("""
                update payment set capturing = capturing - :amount, captured = captured + :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency and capturing >= :amount"""), tenant, paymentId, amount).update());
    }

    @Override
    public void release(TenantId tenant, String paymentId, Money amount) {
        require(bound(jdbc.sql("""
                update payment set capturing = capturing - :amount, version = version + 1
                where tenant_id = :tenant and id = :payment and currency = :currency and capturing >= :amount"""), tenant, paymentId, amount).update());
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
            throw new IllegalStateException("a capture does not match its payment");
        }
    }
}
