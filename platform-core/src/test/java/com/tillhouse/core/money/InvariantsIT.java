package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each invariant finds what it is for: the rows are spoiled behind the platform's back, and put right again. */
class InvariantsIT extends CaptureFixture {
    private static final List<String> TABLES = List.of(
            "checkout_session",
            "checkout_session_move",
            "payment",
            "payment_move",
            "refund",
            "refund_move",
            "capture",
            "capture_move",
            "event",
            "notification",
            "idempotency_key");

    /** A notification that was applied, by type and object. */
    private static final String NOTIFIED =
            "insert into notification select tenant_id, md5(random()::text), id, sha256(random()::text::bytea), '$1', '$2',"
                    + " 'APPLIED', null, '{}', '', now(), 1 from gateway_account where tenant_id = '%s'";

    private String payment = "";
    private String open = "";
    private String refund = "";
    private String held = "";
    private String part = "";
    private String taking = "";

    @BeforeEach
    void aPaymentWithARefundAndAnOpenPayment() {
        payment = paid();
        refund = refunded(payment, dollars(60), "one");
        open = openPayment();
        held = authorized();
        part = captured(held, dollars(60), "part");
        antom.captures.put(held, sent -> LedgerGateway.lost());
        taking = captured(held, dollars(10), "on its way");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I-1  | update payment set reserved = 1 where id = '$payment'",
                "I-1  | update payment set refunded = refunded - 1 where id = '$payment'",
                "I-1  | update refund set amount = 20000 where id = '$refund'; update payment set refunded = 20000 where id = '$payment'",
                "I-1  | update refund set currency = 'USD' where id = '$refund'",
                "I-1  | update payment set captured = 9000 where id = '$payment'",
                "I-1  | update payment set captured = 10000 where id = '$open'",
                "I-1  | update payment set captured = captured - 1 where id = '$held'",
                "I-1  | update payment set capturing = 0 where id = '$held'",
                "I-1  | update capture set status = 'FAILED', pending_reason = null where id = '$taking'",
                "I-1  | update capture set currency = 'USD' where id = '$part'",
                "I-1  | update capture set payment_id = '$payment' where id = '$part'",
                "I-1  | update payment set status = 'AUTHORIZED' where id = '$held'",
                "I-2  | update payment set session_id = (select session_id from payment where id = '$held'), status = 'AUTHORIZED', capture_mode = 'MANUAL' where id = '$open'",
                "I-2  | update idempotency_key set resource_id = '$part' where resource_id = '$refund'",
                "I-6  | delete from capture_move where capture_id = '$part'",
                "I-6  | update payment_move set to_status = 'SUCCEEDED' where payment_id = '$held' and to_status = 'AUTHORIZED'",
                "I-8  | delete from event where object_id = '$part'",
                "I-8  | update event set type = 'payment.succeeded' where object_id = '$held' and type = 'payment.authorized'",
                "I-9  | update idempotency_key set resource_id = 'cap_nobody' where resource_id = '$part'",
                "I-14 | update payment set next_check_at = null where id = '$held'",
                "I-14 | update capture set next_check_at = null where id = '$taking'",
                "I-14 | update capture set next_check_at = now() - interval '1 hour' where id = '$taking'",
                "I-2  | update payment set session_id = (select session_id from payment where id = '$payment'), status = 'SUCCEEDED' where id = '$open'",
                "I-2  | update idempotency_key set resource_id = '$refund' where resource_id like 'cs%' and tenant_id = '$tenant'",
                "I-2  | update idempotency_key set resource_id = (select session_id from payment where id = '$payment') where resource_id = (select session_id from payment where id = '$open')",
                "I-3  | insert into payment_move select tenant_id, payment_id, 9, from_status, to_status, cause, null, moved_at from payment_move where payment_id = '$payment' and to_status = 'SUCCEEDED'",
                "I-3  | $notified(PAYMENT_PENDING, $payment)",
                "I-3  | $notified(PAYMENT_RESULT, $open)",
                "I-3  | $notified(REFUND_RESULT, $refund)",
                "I-3  | $notified(PAYMENT_RESULT, $payment); $notified(PAYMENT_RESULT, $payment)",
                "I-3  | insert into checkout_session_move select tenant_id, session_id, 2, from_status, to_status, cause, moved_at from checkout_session_move where session_id = '$session'",
                "I-6  | delete from checkout_session_move where session_id = '$session'",
                "I-6  | update checkout_session_move set to_status = 'EXPIRED' where session_id = '$session'",
                "I-6  | update checkout_session_move set from_status = 'EXPIRED' where session_id = '$session'",
                "I-6  | update checkout_session set status = 'EXPIRED' where id = '$session'",
                "I-6  | update checkout_session set status = 'OPEN', sequence = 0 where id = '$session'",
                "I-6  | update checkout_session set status = 'COMPLETED' where id = (select session_id from payment where id = '$open')",
                "I-8  | update event set type = 'checkout_session.expired' where object_id = '$session'",
                "I-9  | update idempotency_key set reply = 'something else' where resource_id = '$refund'",
                "I-6  | update payment_move set to_status = 'FAILED' where payment_id = '$payment' and number = 1",
                "I-6  | update payment_move set from_status = 'PROCESSING' where payment_id = '$payment' and number = 2",
                "I-6  | delete from payment_move where payment_id = '$payment' and number = 2",
                "I-6  | delete from payment_move where payment_id = '$payment'",
                "I-6  | delete from refund_move where refund_id = '$refund'",
                "I-6  | update payment set moves = 7 where id = '$payment'",
                "I-8  | delete from event where object_id = '$payment'",
                "I-8  | update event set sequence = 5 where object_id = '$payment'",
                "I-8  | update event set type = 'payment.failed' where object_id = '$payment'",
                "I-8  | update event set type = 'refund.failed' where object_id = '$refund' and sequence = 2",
                "I-9  | update idempotency_key set resource_id = 're_nobody' where resource_id = '$refund'",
                "I-14 | update payment set next_check_at = null where id = '$open'",
                "I-14 | update payment set next_check_at = now() - interval '1 hour' where id = '$open'",
                "I-14 | update payment set cancel_requested_at = now(), cancel_cause = 'API' where id = '$payment'",
                "I-14 | update payment set surplus = true where id = '$other'",
            })
    void findsWhatItIsFor(String invariant, String spoil) throws SQLException {
        String other = paid();
        String sql = spoil.replace("$payment", payment)
                .replace("$open", open)
                .replace("$refund", refund)
                .replace("$held", held)
                .replace("$part", part)
                .replace("$taking", taking)
                .replace("$other", other)
                .replace("$session", find.payment(tenant, Mode.TEST, payment).checkoutSession())
                .replace("$tenant", tenant.toString())
                .replaceAll("\\$notified\\((\\w+), (\\w+)\\)", NOTIFIED.formatted(tenant));
        assertThat(spoiled(sql)).extracting(Breach::invariant).contains(invariant);
    }

    /** What is found while the rows are spoiled; the spoiling is undone. */
    private List<Breach> spoiled(String sql) throws SQLException {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("drop table if exists kept_" + table);
                statement.execute("create table kept_" + table + " as select * from " + table);
            }
            try {
                statement.execute("set session_replication_role = replica; " + sql);
                return invariants.check(tenant);
            } finally {
                restore(statement);
            }
        }
    }

    private static void restore(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.execute("delete from " + table);
            String columns = columns(table);
            statement.execute("insert into " + table + " (" + columns + ") select " + columns + " from kept_" + table);
            statement.execute("drop table kept_" + table);
        }
    }

    /** Those that are written; the others follow from them. */
    private static String columns(String table) {
        return JdbcClient.create(superuser())
                .sql("select string_agg(quote_ident(column_name), ', ') from information_schema.columns"
                        + " where table_schema = 'public' and table_name = :table and is_generated = 'NEVER'")
                .param("table", table)
                .query(String.class)
                .single();
    }

    @Test
    void findsNothingWhereAllIsWellAndNothingOfOthers() {
        hear(open, Standing.REFUSED);
        assertThat(invariants.check(tenant)).isEmpty();
        TenantId first = tenant;
        truth.sql("update payment set reserved = 1 where id = :id")
                .param("id", payment)
                .update();
        aTenantWithKeys();
        assertThat(invariants.check(tenant)).isEmpty();
        assertThat(invariants.check(first)).isNotEmpty();
    }
}
