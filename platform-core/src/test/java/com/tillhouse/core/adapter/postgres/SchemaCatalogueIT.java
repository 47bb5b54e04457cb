package com.tillhouse.core.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.IsolationReport;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.capture.domain.CaptureTransitions;
import com.tillhouse.core.checkout.domain.PaymentTransitions;
import com.tillhouse.core.checkout.domain.SessionTransitions;
import com.tillhouse.core.refund.domain.RefundTransitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads PostgreSQL's own catalogue: a table, view, function, key, role or grant that breaks the recipe of tenants fails the build. Each rule
 * is first shown to bite: it must name a schema that was spoiled for it, in a transaction that is rolled back.
 */
class SchemaCatalogueIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final IsolationReport REPORT = new IsolationReport(
            "schema-catalogue",
            "Does every table, key, view, function, role and grant of the schema keep tenants apart?");

    private final JdbcClient catalogue = JdbcClient.create(DATABASE.superuser());
    private final JdbcClient app = JdbcClient.create(DATABASE.app());

    @AfterAll
    static void report() {
        REPORT.write();
    }

    private static Stream<SchemaRule> rules() {
        return Stream.concat(TableRules.all().stream(), RoleRules.all().stream());
    }

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.sentence(), () -> REPORT.cell(rule.sentence(), "the schema as it is", () -> kept(rule))));
    }

    @TestFactory
    Stream<DynamicTest> noticesWhatIsWrong() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.sentence(), () -> REPORT.cell(rule.sentence(), rule.wrong(), () -> bites(rule))));
    }

    private static String kept(SchemaRule rule) {
        try (Connection connection = DATABASE.superuser().getConnection()) {
            assertThat(rule.broken(connection)).as(rule.sentence()).isEmpty();
            assertThat(rule.stale(connection))
                    .as("allowed, but not there any more")
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(rule.sentence(), e);
        }
        return rule.allowed().isEmpty() ? "kept" : "kept; agreed: " + String.join("; ", rule.allowed());
    }

    private static String bites(SchemaRule rule) {
        try (Connection connection = DATABASE.superuser().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(rule.wrong());
                assertThat(rule.broken(connection)).as(rule.sentence()).contains(rule.named());
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(rule.sentence(), e);
        }
        return "noticed: " + rule.named();
    }

    private List<String> tenantTables() {
        return catalogue.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')""").query(String.class).list();
    }

    @Test
    void isLoudWhenNoTenantIsBound() {
        assertThat(tenantTables())
                .hasSizeGreaterThan(12)
                .allSatisfy(table -> assertThatThrownBy(() -> app.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .rootCause()
                        .hasMessageContaining("no tenant bound"));
    }

    @Test
    void knowsTheSameEdgesAsTheCode() {
        List<String> code = new ArrayList<>();
        SessionTransitions.table().forEach(edge -> code.add("checkout_session " + edge.from() + " " + edge.to()));
        PaymentTransitions.table().forEach(edge -> code.add("payment " + edge.from() + " " + edge.to()));
        RefundTransitions.table().forEach(edge -> code.add("refund " + edge.from() + " " + edge.to()));
        CaptureTransitions.table().forEach(edge -> code.add("capture " + edge.from() + " " + edge.to()));
        assertThat(catalogue
                        .sql("select object || ' ' || from_status || ' ' || to_status from status_edge")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(code);
    }

    @Test
    void guardsEveryStatusByATrigger() {
        assertThat(catalogue
                        .sql(
                                "select tgrelid::regclass::text from pg_trigger where tgname = 'known_edges_only' and tgenabled = 'O'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("checkout_session", "payment", "refund", "capture");
    }
}
