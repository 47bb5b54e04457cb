package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.domain.DeliveryOutcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of an attempt. Nothing is written by whoever no longer holds the fence. */
final class DeliveryRecords {
    private static final String RECORD = """
            with moved as (
              update delivery set status = :status, next_attempt_at = :next, delivered_at = :delivered, lease_until = null
              where tenant_id = :tenant and id = :id and attempts = :fence and status = 'PENDING'
              returning tenant_id, id, attempts)
            insert into delivery_attempt
              (tenant_id, delivery_id, attempt, url, started_at, millis, http_status, error, response_head)
            select tenant_id, id, attempts, :url, :started, :millis, nullif(:http, 0), :error, :head from moved""";

    /** Later events of the object wait for this one anyway; moved along, they do not clutter the way of what can be claimed. */
    private static final String DEFER_LATER = """
            update delivery later set next_attempt_at = :next
            from delivery this
            where this.tenant_id = :tenant and this.id = :id
              and later.tenant_id = this.tenant_id and later.endpoint_id = this.endpoint_id
              and later.object_id = this.object_id and later.sequence > this.sequence
              and later.status = 'PENDING' and later.next_attempt_at < :next""";

    /** A session's own URL that is gone says nothing about the URLs of other sessions. */
    private static final String DISABLE = """
            update webhook_endpoint w set disabled_at = :at
            from delivery d
            where d.tenant_id = :tenant and d.id = :id and w.tenant_id = d.tenant_id and w.id = d.endpoint_id
              and w.kind = 'CONFIGURED' and w.disabled_at is null""";

    /** Those in flight are left alone: whoever sends them records how they ended. */
    private static final String END_PENDING = """
            with ended as (
              update delivery other set status = 'FAILED', next_attempt_at = null, lease_until = null, attempts = other.attempts + 1
              from delivery this
              where this.tenant_id = :tenant and this.id = :id
                and other.tenant_id = this.tenant_id and other.endpoint_id = this.endpoint_id
                and other.url is not distinct from this.url and other.status = 'PENDING'
                and (other.lease_until is null or other.lease_until < clock_timestamp())
              returning other.tenant_id, other.id, other.attempts)
            insert into delivery_attempt (tenant_id, delivery_id, attempt, url, started_at, millis, error)
            select tenant_id, id, attempts, :url, :at, 0, :error from ended""";

    private final JdbcClient jdbc;

    DeliveryRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean record(TenantId tenant, DeliveryClaim claim, Attempt attempt, DeliveryOutcome outcome) {
        boolean held = switch (outcome) {
            case DeliveryOutcome.Delivered(Instant at) -> move(tenant, claim, attempt, new Row("DELIVERED", null, at));
            case DeliveryOutcome.Again(Instant at) -> move(tenant, claim, attempt, new Row("PENDING", at, null));
            case DeliveryOutcome.Failed() -> move(tenant, claim, attempt, new Row("FAILED", null, null));
            case DeliveryOutcome.Gone(Instant at) -> move(tenant, claim, attempt, new Row("FAILED", null, null));
        };
        if (held && outcome instanceof DeliveryOutcome.Again(Instant at)) {
            deferLater(tenant, claim, at);
        }
        if (held && outcome instanceof DeliveryOutcome.Gone(Instant at)) {
            disable(tenant, claim, attempt.url(), at);
        }
        return held;
    }

    private boolean move(TenantId tenant, DeliveryClaim claim, Attempt attempt, Row row) {
        return jdbc.sql(RECORD)
                        .param("tenant", tenant.value())
                        .param("id", claim.deliveryId())
                        .param("fence", claim.fence())
                        .param("status", row.status)
                        .param("next", utc(row.next))
                        .param("delivered", utc(row.delivered))
                        .param("url", attempt.url())
                        .param("started", utc(attempt.startedAt()))
                        .param("millis", Math.toIntExact(attempt.took().toMillis()))
                        .param("http", attempt.status())
                        .param("error", attempt.error())
                        .param("head", attempt.excerpt())
                        .update()
                == 1;
    }

    private void deferLater(TenantId tenant, DeliveryClaim claim, Instant next) {
        jdbc.sql(DEFER_LATER)
                .param("tenant", tenant.value())
                .param("id", claim.deliveryId())
                .param("next", utc(next))
                .update();
    }

    private void disable(TenantId tenant, DeliveryClaim claim, String url, Instant at) {
        jdbc.sql(DISABLE)
                .param("tenant", tenant.value())
                .param("id", claim.deliveryId())
                .param("at", utc(at))
                .update();
        jdbc.sql(END_PENDING)
                .param("tenant", tenant.value())
                .param("id", claim.deliveryId())
                .param("url", url)
                .param("at", utc(at))
                .param("error", Attempt.ENDPOINT_DISABLED)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(
            String status, @Nullable Instant next, @Nullable Instant delivered) {}
}
