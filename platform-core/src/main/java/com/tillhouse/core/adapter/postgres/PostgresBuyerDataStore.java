package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.erasure.BuyerDataPolicy;
import com.tillhouse.core.erasure.BuyerDataStore;
import com.tillhouse.core.erasure.BuyerName;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Buyer data wherever it lies: in {@code checkout_session}, {@code notification}, {@code event}, {@code delivery_attempt}, {@code refund} and
 * {@code idempotency_key}. The session comes last, as in every lock, and says once more whether it is at rest.
 */
public final class PostgresBuyerDataStore implements BuyerDataStore {
    /** Nothing of it moves, is asked for, waits for a person or is still to be told. */
    private static final String AT_REST = """
             and s.status <> 'OPEN' and s.buyer_erased_at is null
             and not exists (select from payment p where p.tenant_id = s.tenant_id and p.session_id = s.id
               and (p.status in ('CREATED', 'OPEN', 'PROCESSING', 'AUTHORIZED') or p.next_check_at is not null or p.review_reason is not null))
             and not exists (select from refund r join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id
               where p.tenant_id = s.tenant_id and p.session_id = s.id
                 and (r.status = 'PROCESSING' or r.next_check_at is not null or r.review_reason is not null))
             and not exists (select from capture c join payment p on p.tenant_id = c.tenant_id and p.id = c.payment_id
               where p.tenant_id = s.tenant_id and p.session_id = s.id
                 and (c.status = 'PROCESSING' or c.next_check_at is not null))
             and not exists (select from delivery d join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
               where d.tenant_id = s.tenant_id and d.status = 'PENDING' and e.object_id in (
                 select s.id union all select p.id from payment p where p.tenant_id = s.tenant_id and p.session_id = s.id))""";

    /** The session and all that belongs to it. */
    private static final String OBJECTS = """
            (select cast(:session as text) union all
             select p.id from payment p where p.tenant_id = :tenant and p.session_id = :session union all
             select r.id from refund r join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id
               where p.tenant_id = :tenant and p.session_id = :session union all
             select c.id from capture c join payment p on p.tenant_id = c.tenant_id and p.id = c.payment_id
               where p.tenant_id = :tenant and p.session_id = :session)""";

    private static final String REASONS =
            "update refund set reason = null, version = version + 1 where tenant_id = :tenant and reason is not null and id in "
                    + OBJECTS;
    private static final String NOTIFICATIONS =
            "update notification set body = ''::bytea, headers = '{}' where tenant_id = :tenant and length(body) > 0 and object_id in "
                    + OBJECTS;
    private static final String EVENTS = """
            update event set body = cast(jsonb_set(cast(body as jsonb), '{data,object}',
              without_buyer(cast(body as jsonb) #> '{data,object}')) as text)
            where tenant_id = :tenant and object_id in\s""" + OBJECTS;
    private static final String ANSWERS = """
            update delivery_attempt a set response_head = null from delivery d
            where a.tenant_id = :tenant and d.tenant_id = a.tenant_id and d.id = a.delivery_id and a.response_head is not null
              and d.object_id in\s""" + OBJECTS;
    private static final String REPLIES = """
            update idempotency_key set reply = convert_to(cast(without_buyer(cast(convert_from(reply, 'UTF8') as jsonb)) as text), 'UTF8')
            where tenant_id = :tenant and reply is not null and created_at >= (
                select s.created_at from checkout_session s where s.tenant_id = :tenant and s.id = :session)
              and resource_id in\s""" + OBJECTS;

    private static final String ASK = """
            update checkout_session set erasure_asked_at = coalesce(erasure_asked_at, :at)
            where tenant_id = :tenant and mode = :mode and buyer_erased_at is null and\s""";

    private final JdbcClient jdbc;

    public PostgresBuyerDataStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int retentionDays(TenantId tenant) {
        return jdbc.sql("select retention_days from buyer_data_policy where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Integer.class)
                .optional()
                .orElse(BuyerDataPolicy.USUAL);
    }

    @Override
    public void retain(TenantId tenant, int days, Instant at) {
        jdbc.sql("""
                        insert into buyer_data_policy (tenant_id, retention_days, changed_at) values (:tenant, :days, :at)
                        on conflict (tenant_id) do update set retention_days = excluded.retention_days, changed_at = excluded.changed_at""")
                .param("tenant", tenant.value())
                .param("days", days)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<String> ask(TenantId tenant, Mode mode, BuyerName buyer, Instant at) {
        JdbcClient.StatementSpec update = buyer.reference() == null
                ? jdbc.sql(ASK + "lower(details #>> '{buyer,email}') = lower(:name) returning id")
                        .param("name", buyer.email())
                : jdbc.sql(ASK + "details #>> '{buyer,reference}' = :name returning id")
                        .param("name", buyer.reference());
        return update.param("tenant", tenant.value())
                .param("mode", mode.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("id"))
                .list();
    }

    @Override
    public List<String> due(TenantId tenant, Instant endedBefore, int limit) {
        return jdbc.sql("""
                        select s.id from checkout_session s
                        where s.tenant_id = :tenant and (s.expires_at < :before or s.erasure_asked_at is not null)\s""" + AT_REST + " order by s.expires_at limit :limit")
                .param("tenant", tenant.value())
                .param("before", endedBefore.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    @Override
    public boolean erase(TenantId tenant, String sessionId, Instant at) {
        for (JdbcClient.StatementSpec belongings : List.of(
                jdbc.sql(REASONS), jdbc.sql(NOTIFICATIONS), jdbc.sql(EVENTS), jdbc.sql(ANSWERS), jdbc.sql(REPLIES))) {
            belongings
                    .param("tenant", tenant.value())
                    .param("session", sessionId)
                    .update();
        }
        return jdbc.sql("""
                        update checkout_session s set buyer_erased_at = :at, version = version + 1, metadata = '{}',
                          details = (details - array['buyer', 'shipping', 'transit', 'lodging', 'gaming', 'extend_info'])
                            #- '{page,terminal,device}',
                          redirect_url = regexp_replace(redirect_url, '[?#].*$', '')
                        where s.tenant_id = :tenant and s.id = :session\s""" + AT_REST)
                        .param("tenant", tenant.value())
                        .param("session", sessionId)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public int eraseStrays(TenantId tenant, Instant before, int limit) {
        return jdbc.sql("""
                        update notification n set body = ''::bytea, headers = '{}' where n.tenant_id = :tenant and n.id in (
                          select o.id from notification o
                          where o.tenant_id = :tenant and o.verdict = 'PARKED' and o.received_at < :before and length(o.body) > 0
                            and not exists (select from payment p where p.tenant_id = o.tenant_id and p.id = o.object_id)
                            and not exists (select from refund r where r.tenant_id = o.tenant_id and r.id = o.object_id)
                            and not exists (select from capture c where c.tenant_id = o.tenant_id and c.id = o.object_id)
                          limit :limit)""")
                .param("tenant", tenant.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
