package com.tillhouse.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.AppFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.factor.usecase.RequireSecondFactor;
import com.tillhouse.core.factor.usecase.RequireSecondFactorCommand;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
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

@SpringBootTest(
        classes = {AdminApplication.class, SecuritySettingsViewIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class SecuritySettingsViewIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    @Autowired
    Seed seed;

    @Autowired
    RequireSecondFactor rule;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A merchant for each test, with an owner, one who has an authenticator app, and one who has nothing. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "three"}) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, Instant.parse("2026-11-01T08:00:00Z"));
                    demo.member(shop, "own@" + slug + ".example", Role.OWNER);
                    demo.member(shop, "dev@" + slug + ".example", Role.DEVELOPER);
                    AppFixture.enrol(beans, demo.member(shop, "app@" + slug + ".example", Role.VIEWER));
                    shops.put(slug, shop);
                }
            };
        }
    }

    private TenantId shop(String slug) {
        return Objects.requireNonNull(seed.shops.get(slug));
    }

    /** The rule as it will be when the grace is over. */
    private void graceIsOver(String slug) {
        rule.change(new RequireSecondFactorCommand(shop(slug), true));
        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "update second_factor_rule set required_from = required_from - interval '8 days' where tenant_id = ?")
                .param(shop(slug).value())
                .update();
    }

    private boolean shows(String id) {
        return find(Component.class).withId(id).exists();
    }

    @Test
    @SignedIn("own@one.example")
    @SuppressWarnings("unchecked")
    void wantsASecondFactorOfEverybodyAfterAGrace() {
        UI.getCurrent().navigate("t/one/settings/security");
        test(find(RadioButtonGroup.class).id("second-factor-rule")).selectItem("Everybody");
        test(find(Button.class).id("save")).click();
        assertThat(rule.requiredFrom(shop("one"))).isPresent();
        UI.getCurrent().navigate("t/one/payments");
        assertThat(shows("second-factor-due")).isFalse();
        assertThat(find(Div.class).id("second-factor-reminder").getElement().getTextRecursively())
                .contains("you need a second factor here");
    }

    @Test
    @SignedIn("dev@one.example")
    void letsOwnersChangeItOnly() {
        UI.getCurrent().navigate("t/one/settings/security");
        assertThat(shows("save")).isFalse();
        assertThat(find(Paragraph.class).id("may-not").getText())
                .isEqualTo("Owners change this. You are here as developer.");
    }

    @Test
    @SignedIn("own@two.example")
    void showsNothingToWhoHasNoneWhenTheGraceIsOver() {
        graceIsOver("two");
        for (String page : new String[] {"payments", "sessions", "settings", "settings/security", "audit"}) {
            UI.getCurrent().navigate("t/two/" + page);
            assertThat(shows("second-factor-due")).as(page).isTrue();
        }
        UI.getCurrent().navigate("security");
        assertThat(shows("app-set-up")).isTrue();
    }

    @Test
    @SignedIn("app@three.example")
    void showsEverythingToWhoHasOne() {
        graceIsOver("three");
        UI.getCurrent().navigate("t/three/payments");
        assertThat(shows("second-factor-due")).isFalse();
        assertThat(shows("business-name")).isTrue();
    }
}
