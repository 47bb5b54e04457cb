package com.tillhouse.admin.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.usecase.OpenAccess;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The operator's way from the console into a business and out again, and what that business sees of it. */
@SpringBootTest(
        classes = {AdminApplication.class, OperatorViewsIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class OperatorViewsIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final String REASON = "Ticket 4711: a payment hangs";

    @Autowired
    Seed seed;

    @Autowired
    OpenAccess open;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A business for each test, with an owner, a finance member and a payment; and an operator for each. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();
        final Map<String, PersonId> operators = new HashMap<>();
        final Map<String, DemoFixture.Ids> orders = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "six", "ten", "nine", "ask", "loud"}) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, START);
                    demo.member(shop, "owner@" + slug + ".example", Role.OWNER);
                    demo.member(shop, "fin@" + slug + ".example", Role.FINANCE);
                    orders.put(
                            slug,
                            demo.order(shop, Mode.TEST, "ORDER-" + slug, new Money("SGD", 1000), START, Standing.PAID));
                    shops.put(slug, shop);
                    operators.put(slug, demo.operator(DATABASE, "op@" + slug + ".example"));
                }
            };
        }
    }

    private TenantId shop(String slug) {
        return Objects.requireNonNull(seed.shops.get(slug));
    }

    private void opened(String slug, AccessScope scope, boolean breakGlass) {
        OpenAccessCommand command = OpenAccessCommand.of(
                shop(slug), Objects.requireNonNull(seed.operators.get(slug)), scope, REASON, Duration.ofHours(1));
        open.open(breakGlass ? command.breakingGlass() : command);
    }

    private void timePasses(String slug) {
        truth.sql("""
                        with off as (select set_config('session_replication_role', 'replica', true))
                        update access_grant set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour'
                        from off where tenant_id = :tenant""").param("tenant", shop(slug).value()).update();
    }

    private List<String> trail(String slug) {
        return truth.sql("select action || coalesce(' ' || (details::jsonb ->> 'page'), '') from audit_entry"
                        + " where tenant_id = :tenant and action like 'operator%' order by number")
                .param("tenant", shop(slug).value())
                .query(String.class)
                .list();
    }

    private boolean there(String id) {
        return find(Component.class).withId(id).exists();
    }

    private static String seen() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(Component.class::cast)
                .reduce((inner, outer) -> outer)
                .orElseThrow()
                .getElement()
                .getOuterHTML();
    }

    private static String here() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    @Test
    @SignedIn("op@one.example")
    void leadsFromTheConsoleIntoABusinessAndOutAgain() {
        UI.getCurrent().navigate("");
        assertThat(here()).isEqualTo("operate");
        UI.getCurrent().navigate("t/one/payments");
        assertThat(there("no-such-page")).isTrue();
        UI.getCurrent().navigate("operate");
        test(find(Button.class).id("look-one")).click();
        test(find(Button.class).id("access-open")).click();
        assertThat(find(TextArea.class).id("access-reason").isInvalid()).isTrue();
        test(find(TextArea.class).id("access-reason")).setValue(REASON);
        test(find(Button.class).id("access-open")).click();
        assertThat(here()).isEqualTo("t/one/payments");
        assertThat(there("visit-banner")).isTrue();
        assertThat(seen()).contains(REASON, "looks only");
        UI.getCurrent()
                .navigate("t/one/payments/"
                        + Objects.requireNonNull(seed.orders.get("one")).payment());
        assertThat(there("no-such-page")).isFalse();
        UI.getCurrent().navigate("t/two/payments");
        assertThat(there("no-such-page")).isTrue();
        UI.getCurrent().navigate("operate");
        test(find(Button.class).id("leave-one")).click();
        UI.getCurrent().navigate("t/one/payments");
        assertThat(there("no-such-page")).isTrue();
        assertThat(trail("one"))
                .containsExactly(
                        "operator_access.started",
                        "operator_access.page_opened payments",
                        "operator_access.page_opened payments/"
                                + Objects.requireNonNull(seed.orders.get("one")).payment(),
                        "operator_access.ended");
    }

    @Test
    @SignedIn("op@two.example")
    void refusesTheNextClickOfAPageThatStayedOpenTooLong() {
        opened("two", AccessScope.ACT, false);
        UI.getCurrent().navigate("t/two/settings");
        assertThat(there("save")).isTrue();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Object> surplus = find(RadioButtonGroup.class).id("surplus");
        test(surplus).selectItem("Leave it to us");
        timePasses("two");
        Button save = find(Button.class).id("save");
        assertThatThrownBy(() -> test(save).click()).isInstanceOf(NotFoundException.class);
        assertThat(truth.sql("select count(*) from checkout_policy where tenant_id = :tenant")
                        .param("tenant", shop("two").value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @SignedIn("op@six.example")
    void showsTheLeastThatAnybodySees() {
        opened("six", AccessScope.READ, false);
        UI.getCurrent().navigate("t/six/settings");
        assertThat(there("save")).isFalse();
        UI.getCurrent().navigate("t/six/audit");
        assertThat(there("may-not")).isTrue();
        UI.getCurrent().navigate("t/six/operators");
        assertThat(find(Checkbox.class).id("ask-first").isReadOnly()).isTrue();
        assertThat(find(Button.class).all())
                .noneSatisfy(button -> assertThat(button.getText()).isEqualTo("End now"));
    }

    @Test
    @SignedIn("op@ten.example")
    void suspendsAndResumesForAReason() {
        UI.getCurrent().navigate("operate");
        test(find(Button.class).id("standing-ten")).click();
        test(find(Button.class).id("standing-confirm")).click();
        test(find(TextArea.class).id("standing-reason")).setValue("Fraud case 12, see mail");
        test(find(Button.class).id("standing-confirm")).click();
        assertThat(find(Button.class).id("standing-ten").getText()).isEqualTo("Resume…");
        test(find(Button.class).id("standing-ten")).click();
        test(find(TextArea.class).id("standing-reason")).setValue("Fraud case 12 is closed");
        test(find(Button.class).id("standing-confirm")).click();
        assertThat(find(Button.class).id("standing-ten").getText()).isEqualTo("Suspend…");
        assertThat(truth.sql(
                                "select action || ' ' || (details::jsonb ->> 'reason') from audit_entry"
                                        + " where tenant_id = :tenant and action like 'tenant.%ed' and number > 1 order by number")
                        .param("tenant", shop("ten").value())
                        .query(String.class)
                        .list())
                .containsExactly("tenant.suspended Fraud case 12, see mail", "tenant.resumed Fraud case 12 is closed");
    }

    @Test
    @SignedIn("owner@nine.example")
    void showsTheBusinessWhoLooksInAndEndsItAtOnce() {
        opened("nine", AccessScope.READ, false);
        UI.getCurrent().navigate("t/nine/payments");
        assertThat(seen()).contains("op@nine.example of Tillhouse", REASON, "may look in until");
        UI.getCurrent().navigate("t/nine/operators");
        Button end = find(Button.class).all().stream()
                .filter(button -> button.getText().equals("End now"))
                .findFirst()
                .orElseThrow();
        test(end).click();
        assertThat(seen()).contains("ended by owner@nine.example");
        UI.getCurrent().navigate("t/nine/payments");
        assertThat(seen()).doesNotContain("of Tillhouse");
        UI.getCurrent().navigate("operate");
        assertThat(there("no-such-page")).isTrue();
    }

    @Test
    @SignedIn("owner@ask.example")
    void letsAnOperatorInWhoHasToAsk() {
        UI.getCurrent().navigate("t/ask/operators");
        truth.sql("insert into operator_policy (tenant_id, ask_first, changed_at) values (:tenant, true, now())")
                .param("tenant", shop("ask").value())
                .update();
        opened("ask", AccessScope.READ, false);
        UI.getCurrent().navigate("t/ask/payments");
        assertThat(seen()).contains("asks to look in");
        UI.getCurrent().navigate("t/ask/operators");
        assertThat(find(Checkbox.class).id("ask-first").getValue()).isTrue();
        Button letIn = find(Button.class).all().stream()
                .filter(button -> button.getText().equals("Let in"))
                .findFirst()
                .orElseThrow();
        test(letIn).click();
        assertThat(seen()).contains("Open now", "let in by owner@ask.example");
        assertThat(trail("ask")).containsExactly("operator_access.requested", "operator_access.consented");
    }

    @Test
    @SignedIn("fin@loud.example")
    void saysLoudlyThatTheGlassWasBroken() {
        truth.sql("insert into operator_policy (tenant_id, ask_first, changed_at) values (:tenant, true, now())")
                .param("tenant", shop("loud").value())
                .update();
        opened("loud", AccessScope.READ, true);
        UI.getCurrent().navigate("t/loud/payments");
        assertThat(seen()).contains("banner-loud", "looks in without your consent until");
        timePasses("loud");
        UI.getCurrent().navigate("t/loud/sessions");
        assertThat(seen()).contains("banner-loud", "looked in without your consent");
        UI.getCurrent().navigate("t/loud/operators");
        assertThat(seen()).contains("Without consent");
        assertThat(find(Button.class).all())
                .noneSatisfy(button -> assertThat(button.getText()).isEqualTo("End now"));
    }
}
