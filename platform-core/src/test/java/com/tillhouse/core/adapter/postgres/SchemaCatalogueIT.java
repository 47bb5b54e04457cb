package com.tillhouse.core.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.capture.domain.CaptureTransitions;
import com.tillhouse.core.checkout.domain.PaymentTransitions;
import com.tillhouse.core.checkout.domain.SessionTransitions;
import com.tillhouse.core.refund.domain.RefundTransitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads PostgreSQL's own catalogue: a table that breaks the recipe of row-level security fails the build. */
class SchemaCatalogueIT {
    /** Tables that belong to the platform, not to a tenant. */
    private static final Set<String> PLATFORM =
            Set.of("flyway_schema_history", "person", "token_signing_key", "status_edge");

    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private final JdbcClient catalogue = JdbcClient.create(DATABASE.superuser());
    private final JdbcClient app = JdbcClient.create(DATABASE.app());

    private List<String> tenantTables() {
        return catalogue
                .sql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !PLATFORM.contains(table))
                .toList();
    }

    @Test
    void forcesRowLevelSecurityWithBothClausesOnEveryTenantTable() {
        assertThat(tenantTables()).hasSizeGreaterThan(12).allSatisfy(table -> {
            assertThat(catalogue
                            .sql("select relrowsecurity and relforcerowsecurity from pg_class where oid = :t::regclass")
                            .param("t", table)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(catalogue
                            .sql(
                                    "select count(*) from pg_policy where polrelid = :t::regclass and polname = 'tenant_isolation'"
                                            + " and polcmd = '*' and polqual is not null and polwithcheck is not null"
                                            + " and pg_get_expr(polqual, polrelid) like '%app_tenant()%'"
                                            + " and pg_get_expr(polwithcheck, polrelid) like '%app_tenant()%'")
                            .param("t", table)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    @Test
    void beginsEveryPrimaryKeyAndForeignKeyOfATenantTableWithTheTenant() {
        assertThat(catalogue.sql("""
                        select c.conrelid::regclass || '.' || c.conname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype in ('p', 'f') and c.connamespace = 'public'::regnamespace
                          and c.conrelid::regclass::text not in ('flyway_schema_history', 'person', 'token_signing_key', 'status_edge')
                          and a.attname <> 'tenant_id'
                          and c.confrelid <> 'person'::regclass""").query(String.class).list()).isEmpty();
    }

    @Test
    void hasNoViewsMaterialisedViewsOrDefinerFunctions() {
        assertThat(catalogue
                        .sql(
                                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(catalogue
                        .sql("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void letsTheAppsOwnNothingAndBypassNothing() {
        assertThat(catalogue
                        .sql(
                                "select count(*) from pg_roles where rolname like 'app_%' and (rolsuper or rolbypassrls or rolcreaterole)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(catalogue
                        .sql(
                                "select count(*) from pg_class where relowner in (select oid from pg_roles where rolname like 'app_%')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isLoudWhenNoTenantIsBound() {
        assertThat(tenantTables())
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
