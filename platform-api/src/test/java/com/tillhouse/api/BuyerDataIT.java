package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.erasure.EraseOldBuyerData;
import com.tillhouse.core.invariant.usecase.CheckInvariants;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Scope;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buyer data goes when its time is over or when the buyer wants it so, wherever it lies; the books stay as they are. */
class BuyerDataIT extends ApiContract {
    private static final JdbcClient TRUTH = JdbcClient.create(DATABASE.superuser());
    private static final int USUAL = 540;

    /** In each of them, wherever a merchant may write of a buyer. */
    private static final String PLANTED = "planted7q";

    @Autowired
    EraseOldBuyerData sweep;

    @Autowired
    CheckInvariants invariants;

    private record Sale(Shop shop, String token, String session, String payment) {}

    private static String order(String reference, String buyer, String email) {
        return """
                {"order_reference":"%s","amount":{"currency":"SGD","value":6000},"description":"Coffee",
                 "redirect_url":"https://shop.example/return?who=planted7q",
                 "goods":[{"reference":"G","name":"Coffee","quantity":1}],
                 "buyer":{"reference":"%s","name":{"full_name":"Mei planted7q"},"phone":"+6581234567","email":"%s"},
                 "shipping":{"name":{"full_name":"Mei planted7q"},"address":{"region":"SG","address1":"1 planted7q Road"},"email":"planted7q@home.example"},
                 "gaming":{"topped_up_user":"planted7q"},
                 "metadata":{"note":"for planted7q"}}""".formatted(reference, buyer, email);
    }

    /** Bought, paid, partly refunded, and told of by Antom. */
    private Sale sale(Shop shop, String buyer, String email) {
        String token = token(shop);
        Answer opened = open(token, order("BUYER", buyer, email));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        Sale sale = new Sale(shop, token, opened.at("/id"), opened.at("/payments/0/id"));
        buyer(sale.payment(), "pay");
        sync(sale);
        Answer refund = post(
                token,
                "/v1/payments/" + sale.payment() + "/refunds",
                UUID.randomUUID().toString(),
                "{\"amount\":{\"currency\":\"SGD\",\"value\":100},\"reason\":\"for planted7q\"}");
        assertThat(refund.at("/status")).as(refund.toString()).isEqualTo("succeeded");
        sync(sale);
        TRUTH.sql("""
                        insert into notification (tenant_id, id, gateway_account_id, dedupe_key, type, object_id, verdict, headers, body,
                          received_at, copies)
                        select tenant_id, 'ntf_' || id, gateway_account_id, sha256(id::bytea), 'PAYMENT_RESULT', id, 'UNCHANGED',
                          '{"signature":"planted7q"}', convert_to('{"customerEmail":"planted7q"}', 'UTF8'), now(), 1
                        from payment where id = ?""").param(sale.payment()).update();
        return sale;
    }

    private void sync(Sale sale) {
        Answer synced = send(to("/v1/payments/" + sale.payment() + "/sync")
                .header("Authorization", "Bearer " + sale.token())
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(synced.at("/status")).as(synced.toString()).isEqualTo("succeeded");
    }

    private static void endedDaysAgo(Sale sale, int days) {
        TRUTH.sql("update checkout_session set expires_at = now() - make_interval(days => ?) where id = ?")
                .params(days, sale.session())
                .update();
    }

    /** Rows of the tenant, in any table, that hold the planted word in any column, as text or as bytes. */
    private static List<String> traces(TenantId tenant) {
        String hex = HexFormat.of().formatHex(PLANTED.getBytes(StandardCharsets.UTF_8));
        return TRUTH
                .sql(
                        "select table_name from information_schema.columns c join information_schema.tables t using (table_name)"
                                + " where column_name = 'tenant_id' and t.table_schema = 'public' and t.table_type = 'BASE TABLE'")
                .query(String.class)
                .stream()
                .filter(table -> TRUTH.sql("select count(*) from \"" + table + "\" t where tenant_id = :tenant"
                                        + " and (lower(t::text) like :word or t::text like :hex)")
                                .param("tenant", tenant.value())
                                .param("word", "%" + PLANTED + "%")
                                .param("hex", "%" + hex + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .sorted()
                .toList();
    }

    private static boolean erased(Sale sale) {
        return TRUTH.sql("select buyer_erased_at is not null from checkout_session where id = ?")
                .param(sale.session())
                .query(Boolean.class)
                .single();
    }

    private static List<Map<String, Object>> books(TenantId tenant) {
        return TRUTH.sql("""
                        select to_jsonb(p)::text as row from payment p where tenant_id = :tenant union all
                        select (to_jsonb(r) - 'reason' - 'version')::text from refund r where tenant_id = :tenant union all
                        select to_jsonb(m)::text from payment_move m where tenant_id = :tenant union all
                        select to_jsonb(m)::text from refund_move m where tenant_id = :tenant union all
                        select to_jsonb(m)::text from checkout_session_move m where tenant_id = :tenant union all
                        select (to_jsonb(e) - 'body')::text from event e where tenant_id = :tenant union all
                        select (to_jsonb(s) - 'details' - 'metadata' - 'redirect_url' - 'version' - 'buyer_erased_at' - 'expires_at')::text
                          from checkout_session s where tenant_id = :tenant
                        order by 1""").param("tenant", tenant.value()).query().listOfRows();
    }

    @Test
    void erasesItEverywhereWhenItsTimeIsOverAndLeavesTheBooksAlone() {
        Sale sale = sale(shop(), "b-1", "planted7q@example.com");
        TenantId tenant = sale.shop().tenant();
        assertThat(traces(tenant))
                .containsExactlyInAnyOrder("checkout_session", "event", "idempotency_key", "notification", "refund");
        List<Map<String, Object>> before = books(tenant);

        endedDaysAgo(sale, USUAL - 1);
        sweep.erase();
        assertThat(erased(sale)).isFalse();
        endedDaysAgo(sale, USUAL + 1);
        assertThat(sweep.erase()).isPositive();

        assertThat(traces(tenant)).isEmpty();
        assertThat(books(tenant)).isEqualTo(before);
        assertThat(invariants.check(tenant)).isEmpty();
        assertThat(sweep.erase()).isZero();
        Answer session = get(sale.token(), SESSIONS + "/" + sale.session());
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.at("/redirect_url")).isEqualTo("https://shop.example/return");
        assertThat(session.at("/payments/0/amount_refundable/value")).isEqualTo("5900");
        sync(sale);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update payment set next_check_at = now() where id = :payment",
                "update payment set review_reason = 'late_success', review_since = now() where id = :payment",
                "update refund set next_check_at = now() where payment_id = :payment",
                """
                with e as (
                  insert into webhook_endpoint (tenant_id, id, mode, kind, url, event_types, created_at)
                  select tenant_id, 'whe_' || id, mode, 'CONFIGURED', 'https://shop.example', '{*}', now() from payment where id = :payment
                  returning tenant_id, id)
                insert into delivery (tenant_id, id, event_id, endpoint_id, object_id, sequence, status, attempts, next_attempt_at, created_at)
                select e.tenant_id, 'dlv_' || v.id, v.id, e.id, v.object_id, v.sequence, 'PENDING', 0, now(), now()
                from e join event v on v.tenant_id = e.tenant_id and v.object_id = :payment"""
            })
    void keepsWhatIsNotAtRest(String stir) {
        Sale sale = sale(shop(), "b-2", "planted7q@example.com");
        endedDaysAgo(sale, USUAL + 1);
        Map<String, Object> rows = TRUTH.sql("select to_jsonb(s)::text as session from checkout_session s where id = ?")
                .param(sale.session())
                .query()
                .singleRow();
        TRUTH.sql(stir).param("payment", sale.payment()).update();
        sweep.erase();
        assertThat(erased(sale)).as(stir).isFalse();
        assertThat(TRUTH.sql("select to_jsonb(s)::text as session from checkout_session s where id = ?")
                        .param(sale.session())
                        .query()
                        .singleRow())
                .isEqualTo(rows);
        rest(sale);
        sweep.erase();
        assertThat(erased(sale)).as(stir).isTrue();
    }

    private static void rest(Sale sale) {
        TRUTH.sql("update payment set next_check_at = null, review_reason = null, review_since = null where id = ?")
                .param(sale.payment())
                .update();
        TRUTH.sql("update refund set next_check_at = null where payment_id = ?")
                .param(sale.payment())
                .update();
        TRUTH.sql("update delivery set status = 'DELIVERED', next_attempt_at = null where object_id = ?")
                .param(sale.payment())
                .update();
    }

    @Test
    void keepsItAsLongAsEachMerchantWants() {
        Sale usual = sale(shop(), "b-3", "planted7q@example.com");
        Sale brief = sale(shop(), "b-3", "planted7q@example.com");
        assertThat(policy(brief.token(), "{\"retention_days\":30}").at("/retention_days"))
                .isEqualTo("30");
        assertThat(get(brief.token(), "/v1/buyer_data_policy").at("/retention_days"))
                .isEqualTo("30");
        assertThat(get(usual.token(), "/v1/buyer_data_policy").at("/retention_days"))
                .isEqualTo("540");
        endedDaysAgo(usual, 31);
        endedDaysAgo(brief, 31);
        sweep.erase();
        assertThat(erased(usual)).isFalse();
        assertThat(erased(brief)).isTrue();
        for (String wrong : List.of("29", "3651", "0", "-1")) {
            Answer refused = policy(brief.token(), "{\"retention_days\":" + wrong + "}");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        }
        assertThat(audited(brief.shop().tenant(), "buyer_data_policy.changed"))
                .singleElement()
                .asString()
                .contains("retention_days_after");
    }

    private Answer policy(String token, String body) {
        return send(to("/v1/buyer_data_policy")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<String> audited(TenantId tenant, String action) {
        return TRUTH.sql("select t::text from audit_entry t where tenant_id = ? and action = ?")
                .params(tenant.value(), action)
                .query(String.class)
                .list();
    }

    @Test
    void erasesWhatABuyerWantsErasedAndNobodyElses() {
        Sale mine = sale(shop(), "buyer-four", "Planted7q@Example.com");
        Sale other = sale(mine.shop(), "buyer-five", "other@example.com");
        Sale elsewhere = sale(shop(), "buyer-four", "planted7q@example.com");
        String live = token(client(mine.shop().tenant(), Mode.LIVE, Scope.words()));
        assertThat(erasure(live, "{\"buyer_reference\":\"buyer-four\"}")
                        .json()
                        .at("/erased")
                        .asInt())
                .isZero();

        Answer done = erasure(mine.token(), "{\"email\":\"PLANTED7Q@example.COM\"}");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().at("/erased").asInt()).isEqualTo(1);
        assertThat(done.json().at("/pending").asInt()).isZero();
        assertThat(erased(mine)).isTrue();
        assertThat(erased(other)).isFalse();
        assertThat(erased(elsewhere)).isFalse();
        assertThat(erasure(other.token(), "{\"buyer_reference\":\"buyer-five\"}")
                        .json()
                        .at("/erased")
                        .asInt())
                .isEqualTo(1);
        assertThat(traces(mine.shop().tenant())).isEmpty();
        assertThat(audited(mine.shop().tenant(), "buyer_data.erased"))
                .hasSize(3)
                .allSatisfy(row ->
                        assertThat(row.toLowerCase(Locale.ROOT)).doesNotContain(PLANTED, "buyer-four", "buyer-five"));
        assertThat(invariants.check(mine.shop().tenant())).isEmpty();
    }

    @Test
    void erasesAnOpenSessionWhenItIsAtRest() {
        Shop shop = shop();
        String token = token(shop);
        Answer opened = open(token, order("BUYER", "b-6", "planted7q@example.com"));
        Sale sale = new Sale(shop, token, opened.at("/id"), opened.at("/payments/0/id"));
        Answer asked = erasure(token, "{\"buyer_reference\":\"b-6\"}");
        assertThat(asked.json().at("/erased").asInt()).isZero();
        assertThat(asked.json().at("/pending").asInt()).isEqualTo(1);
        sweep.erase();
        assertThat(erased(sale)).isFalse();

        buyer(sale.payment(), "pay");
        sync(sale);
        sweep.erase();
        assertThat(erased(sale)).isTrue();
        assertThat(traces(shop.tenant())).isEmpty();
        assertThat(invariants.check(shop.tenant())).isEmpty();
    }

    @Test
    void wantsOneNameOfTheBuyer() {
        String token = token(shop());
        for (String wrong : List.of("{}", "{\"buyer_reference\":\"a\",\"email\":\"b\"}", "{\"email\":\"\"}")) {
            Answer refused = erasure(token, wrong);
            assertThat(refused.status()).as(wrong + refused).isEqualTo(422);
        }
    }

    private Answer erasure(String token, String body) {
        return send(to("/v1/buyer_erasures")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
