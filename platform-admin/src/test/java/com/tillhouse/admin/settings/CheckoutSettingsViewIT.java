package com.tillhouse.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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
        classes = {AdminApplication.class, CheckoutSettingsViewIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class CheckoutSettingsViewIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    @Autowired
    Seed seed;

    @Autowired
    ChangeCheckoutPolicy policies;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A merchant for each test, with a developer and somebody who looks. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "three"}) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, START);
                    demo.member(shop, "dev@" + slug + ".example", Role.DEVELOPER);
                    demo.member(shop, "fin@" + slug + ".example", Role.FINANCE);
                    shops.put(slug, shop);
                }
            };
        }
    }

    private CheckoutPolicy policy(String slug) {
        return policies.read(Objects.requireNonNull(seed.shops.get(slug)));
    }

    @SuppressWarnings("unchecked")
    private void choose(String rule, String text) {
        test(find(RadioButtonGroup.class).id(rule)).selectItem(text);
    }

    @Test
    @SignedIn("dev@one.example")
    void savesBothRules() {
        UI.getCurrent().navigate("t/one/settings");
        choose("surplus", "Leave it to us");
        choose("duplicate-order", "Refuse it");
        assertThat(policy("one")).isEqualTo(CheckoutPolicy.USUAL);
        test(find(Button.class).id("save")).click();
        assertThat(policy("one")).isEqualTo(new CheckoutPolicy(SurplusPolicy.KEEP, DuplicateOrder.REFUSE));
        UI.getCurrent().navigate("t/one/settings/checkout");
        choose("surplus", "Give the second payment back by itself");
        test(find(Button.class).id("save")).click();
        assertThat(policy("one")).isEqualTo(new CheckoutPolicy(SurplusPolicy.RETURN, DuplicateOrder.REFUSE));
    }

    @Test
    @SignedIn("fin@two.example")
    void showsTheRulesToOthersAndSaysWhyTheyCannotChangeThem() {
        UI.getCurrent().navigate("t/two/settings");
        assertThat(find(Component.class).withId("save").exists()).isFalse();
        assertThat(find(RadioButtonGroup.class).id("surplus").isReadOnly()).isTrue();
        assertThat(find(Paragraph.class).id("may-not").getText())
                .isEqualTo("Owners and developers change these rules. You are here as finance.");
        UI.getCurrent().navigate("t/one/settings");
        assertThat(find(Component.class).withId("no-such-page").exists()).isTrue();
    }

    @Test
    @SignedIn("dev@three.example")
    void refusesARoleThatWasTakenAwayMeanwhile() {
        UI.getCurrent().navigate("t/three/settings");
        choose("surplus", "Leave it to us");
        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "update member set role = 'VIEWER' where person_id = (select person_id from person where email = 'dev@three.example')")
                .update();
        Button save = find(Button.class).id("save");
        assertThatThrownBy(() -> test(save).click()).isInstanceOf(NotPermittedException.class);
        assertThat(policy("three")).isEqualTo(CheckoutPolicy.USUAL);
    }
}
