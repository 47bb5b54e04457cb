package com.tillhouse.admin.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.IsolationReport;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every route that Vaadin knows × every parameter in it × another business: the page is, mark for mark, the one for what never was. The member's
 * own page at the end shows that there was something to see.
 */
@SpringBootTest(
        classes = {AdminApplication.class, TenantRoutesIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class TenantRoutesIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final IsolationReport REPORT = new IsolationReport(
            "cross-tenant-admin",
            "Does any page of the admin app show anything of another business or of the other mode?");
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    /** Pages that belong to the person, not to a business. */
    private static final Set<String> OF_THE_PERSON = Set.of(
            "",
            "sign-in",
            "sign-in/code",
            "security",
            "operate",
            "join",
            "join/accept",
            "forgot-password",
            "reset-password",
            "your-sign-in");

    @Autowired
    Seed seed;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    /** Two businesses; mei is a member of one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        DemoFixture.Ids mine = new DemoFixture.Ids("", "");
        DemoFixture.Ids live = new DemoFixture.Ids("", "");
        DemoFixture.Ids theirs = new DemoFixture.Ids("", "");

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                TenantId kaya = demo.tenant("kaya", "Kaya & Co.", START);
                TenantId other = demo.tenant("other", "Other", START);
                Money money = new Money("SGD", 1000);
                mine = demo.order(kaya, Mode.TEST, "ORDER-MINE", money, START, Standing.PAID);
                live = demo.order(kaya, Mode.LIVE, "ORDER-LIVE", money, START, null);
                theirs = demo.order(other, Mode.TEST, "ORDER-THEIRS", money, START, Standing.PAID);
                demo.member(kaya, "mei@kaya.example", Role.OWNER);
                demo.member(other, "ana@other.example", Role.OWNER);
                demo.operator(DATABASE, "noa@tillhouse.example");
            };
        }
    }

    /** What the {@code :id} of a route names; a route that is not named here fails. */
    private static Function<DemoFixture.Ids, String> named(String template) {
        return switch (template) {
            case "t/:slug/payments/:id" -> DemoFixture.Ids::payment;
            case "t/:slug/sessions/:id" -> DemoFixture.Ids::session;
            default -> throw new AssertionError("the matrix does not know what :id names in " + template);
        };
    }

    private static Set<String> templates() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .flatMap(TenantRoutesIT::withAliases)
                .map(RouteBaseData::getTemplate)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Stream<RouteBaseData<?>> withAliases(RouteData route) {
        return Stream.concat(Stream.of(route), route.getRouteAliases().stream());
    }

    @Test
    @SignedIn("mei@kaya.example")
    void knowsEveryRoute() {
        assertThat(templates()).hasSizeGreaterThan(6).allSatisfy(template -> {
            Set<String> parameters = parameters(template);
            if (parameters.isEmpty()) {
                assertThat(OF_THE_PERSON).contains(template);
            } else {
                assertThat(template).startsWith("t/:slug/");
                assertThat(parameters).isSubsetOf("slug", "id");
                assertThat(!parameters.contains("id") || named(template) != null)
                        .isTrue();
            }
        });
    }

    private static Set<String> parameters(String template) {
        Set<String> names = new TreeSet<>();
        for (String step : template.split("/", -1)) {
            if (step.startsWith(":")) {
                names.add(step.substring(1));
            }
        }
        return names;
    }

    @Test
    @SignedIn("mei@kaya.example")
    void showsTheSamePageForWhatIsAnothersAndForWhatNeverWas() {
        for (String template : templates()) {
            Set<String> parameters = parameters(template);
            if (parameters.contains("id")) {
                objects(template, named(template));
            } else if (parameters.contains("slug")) {
                same(
                        template,
                        "the slug of another business",
                        at(template, "other", ""),
                        at(template, "never-was", ""));
                own(template, at(template, "kaya", ""));
            }
        }
    }

    /** Neither before it opens an access nor to another business than the one it opened it to. */
    @Test
    @SignedIn("noa@tillhouse.example")
    void showsAnOperatorNothingWithoutAnAccess() {
        for (String template : templates()) {
            Set<String> parameters = parameters(template);
            if (parameters.contains("slug")) {
                String id = parameters.contains("id") ? named(template).apply(seed.mine) : "";
                String never = id.isEmpty() ? "" : RandomId.withPrefix(id.substring(0, id.length() - 26));
                same(
                        template,
                        "an operator without an access",
                        at(template, "kaya", id),
                        at(template, "never-was", never));
            }
        }
    }

    private void objects(String template, Function<DemoFixture.Ids, String> id) {
        String theirs = id.apply(seed.theirs);
        String never = RandomId.withPrefix(theirs.substring(0, theirs.length() - 26));
        same(template, "the id of another business", at(template, "kaya", theirs), at(template, "kaya", never));
        same(
                template,
                "slug and id of another business",
                at(template, "other", theirs),
                at(template, "never-was", never));
        same(
                template,
                "the own id under the slug of another business",
                at(template, "other", id.apply(seed.mine)),
                at(template, "never-was", never));
        same(
                template,
                "the own id of the other mode",
                at(template, "kaya", id.apply(seed.live)) + "?mode=test",
                at(template, "kaya", never) + "?mode=test");
        own(template, at(template, "kaya", id.apply(seed.mine)));
        own(template + "?mode=live", at(template, "kaya", id.apply(seed.live)) + "?mode=live");
    }

    private static String at(String template, String slug, String id) {
        return template.replace(":slug", slug).replace(":id", id);
    }

    private void same(String template, String how, String foreign, String never) {
        REPORT.cell(template, how, () -> {
            String seen = page(foreign);
            assertThat(find(Component.class).withId("no-such-page").exists())
                    .as(foreign)
                    .isTrue();
            assertThat(seen).isEqualTo(page(never)).doesNotContain("ORDER-", "Other", "Kaya");
            return "“Nothing here”, the same page as for what never was";
        });
    }

    private void own(String template, String address) {
        REPORT.cell(template, "the member's own", () -> {
            String seen = page(address);
            assertThat(find(Component.class).withId("no-such-page").exists())
                    .as(address)
                    .isFalse();
            assertThat(seen).contains("Kaya &amp; Co.").doesNotContain("ORDER-THEIRS");
            return "the page";
        });
    }

    /** Leaves whatever page is open first, so that nothing of it is left in sight. */
    private static String page(String address) {
        UI ui = UI.getCurrent();
        ui.navigate("nothing/here");
        String[] parts = address.split("\\?", 2);
        ui.navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        List<Component> shown = ui.getInternals().getActiveRouterTargetsChain().stream()
                .map(Component.class::cast)
                .toList();
        return shown.getLast().getElement().getOuterHTML();
    }
}
