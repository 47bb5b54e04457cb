package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.audit.domain.SecondFactorRequiredException;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.config.OperatorInstaller;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
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
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {AdminApplication.class, StepUpIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class StepUpIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    @Autowired
    Seed seed;

    @Autowired
    ChangeCheckoutPolicy policies;

    @Autowired
    MemberActs acts;

    @Autowired
    InstantSource clock;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A merchant for each test; whoever is called mei has an authenticator app, ana has nothing. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();
        final Map<String, AppFixture> apps = new HashMap<>();

        /** The mocked browser's sessions have one id for ever. */
        @Bean
        @Primary
        SessionRenewal noRenewal() {
            return request -> {};
        }

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "three", "four", "five", "six"}) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, Instant.parse("2026-11-01T08:00:00Z"));
                    PersonId mei = demo.member(shop, "mei@" + slug + ".example", Role.OWNER);
                    demo.member(shop, "ana@" + slug + ".example", Role.OWNER);
                    apps.put(slug, AppFixture.enrol(beans, mei));
                    shops.put(slug, shop);
                }
                EmailAddress bare = new EmailAddress("bare@tillhouse.example");
                new OperatorInstaller(DATABASE.url(), "owner").enrolment().enrol(bare, DemoFixture.PASSWORD);
                demo.operator(DATABASE, "op@tillhouse.example");
            };
        }
    }

    private TenantId shop(String slug) {
        return Objects.requireNonNull(seed.shops.get(slug));
    }

    private SurplusPolicy surplus(String slug) {
        return policies.read(shop(slug)).surplus();
    }

    @SuppressWarnings("unchecked")
    private void save(String slug) {
        UI.getCurrent().navigate("t/" + slug + "/settings");
        test(find(RadioButtonGroup.class).id("surplus")).selectItem("Leave it to us");
        test(find(Button.class).id("save")).click();
    }

    private void answer(String code) {
        test(find(TextField.class).id("step-up-answer")).setValue(code);
        test(find(Button.class).id("step-up-continue")).click();
    }

    @Test
    @SignedIn(value = "mei@one.example", shown = ShownFactors.PASSWORD)
    void asksForTheSecondFactorAndThenGoesOn() {
        save("one");
        assertThat(surplus("one")).isEqualTo(SurplusPolicy.RETURN);
        answer("123 45x");
        assertThat(find(Paragraph.class).id("step-up-trouble").getText()).startsWith("That isn’t right.");
        assertThat(surplus("one")).isEqualTo(SurplusPolicy.RETURN);
        answer(Objects.requireNonNull(seed.apps.get("one")).nextCode());
        assertThat(surplus("one")).isEqualTo(SurplusPolicy.KEEP);
        assertThat(find(Dialog.class).withId("step-up").exists()).isFalse();
    }

    @Test
    @SignedIn(value = "ana@two.example", shown = ShownFactors.PASSWORD)
    void leadsSomebodyWithoutAFactorToWhereOneIsAdded() {
        save("two");
        assertThat(surplus("two")).isEqualTo(SurplusPolicy.RETURN);
        test(find(Button.class).id("no-factor-add")).click();
        assertThat(find(Button.class).withId("app-set-up").exists()).isTrue();
        assertThat(surplus("two")).isEqualTo(SurplusPolicy.RETURN);
    }

    @Test
    @SignedIn(value = "mei@three.example", shown = ShownFactors.PASSWORD)
    void refusesTheActItselfWhenAViewForgetsToAsk() {
        ChangeCheckoutPolicyCommand command =
                new ChangeCheckoutPolicyCommand(shop("three"), SurplusPolicy.KEEP, DuplicateOrder.ALLOW);
        assertThatThrownBy(() -> acts.record(() -> policies.change(command)))
                .isInstanceOf(SecondFactorRequiredException.class);
        assertThat(surplus("three")).isEqualTo(SurplusPolicy.RETURN);
    }

    @Test
    @SignedIn("mei@four.example")
    void asksAgainWhenTheProofIsOlderThanFiveMinutes() {
        shown(clock.instant().minus(ShownFactors.FRESH).plusSeconds(60));
        save("four");
        assertThat(surplus("four")).isEqualTo(SurplusPolicy.KEEP);
        shown(clock.instant().minus(ShownFactors.FRESH));
        ChangeCheckoutPolicyCommand back =
                new ChangeCheckoutPolicyCommand(shop("four"), SurplusPolicy.RETURN, DuplicateOrder.ALLOW);
        assertThatThrownBy(() -> acts.record(() -> policies.change(back)))
                .isInstanceOf(SecondFactorRequiredException.class);
        test(find(Button.class).id("save")).click();
        assertThat(find(Dialog.class).withId("step-up").exists()).isTrue();
    }

    @Test
    @SignedIn(value = "mei@five.example", shown = ShownFactors.PASSWORD)
    void waitsAfterTooManyAttempts() {
        save("five");
        for (int i = 0; i < ProveSecondFactor.MOST_ATTEMPTS; i++) {
            answer("000000x");
        }
        answer(Objects.requireNonNull(seed.apps.get("five")).nextCode());
        assertThat(find(Paragraph.class).id("step-up-trouble").getText()).startsWith("Too many attempts.");
        assertThat(surplus("five")).isEqualTo(SurplusPolicy.RETURN);
    }

    @Test
    @SignedIn(value = "mei@six.example", shown = ShownFactors.PASSWORD)
    void doesNothingWhenThePersonWouldNot() {
        save("six");
        test(find(Button.class).id("step-up-close")).click();
        assertThat(find(Dialog.class).withId("step-up").exists()).isFalse();
        assertThat(surplus("six")).isEqualTo(SurplusPolicy.RETURN);
    }

    @Test
    @SignedIn(value = "bare@tillhouse.example", shown = ShownFactors.PASSWORD)
    void showsAnOperatorWithoutASecondFactorNothingButWhereOneIsAdded() {
        UI.getCurrent().navigate("operate");
        assertThat(find(Paragraph.class).withId("operators-need-one").exists()).isTrue();
        assertThat(find(Button.class).withId("app-set-up").exists()).isTrue();
    }

    @Test
    @SignedIn("op@tillhouse.example")
    void showsAnOperatorWithASecondFactorTheConsole() {
        UI.getCurrent().navigate("operate");
        assertThat(find(Button.class).withId("app-set-up").exists()).isFalse();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("operate");
    }

    /** As if the authenticator app's code had been shown then. */
    private static void shown(Instant then) {
        Authentication now =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SecurityContextHolder.getContext()
                .setAuthentication(now.toBuilder()
                        .authorities(all -> {
                            all.removeIf(granted -> ShownFactors.TOTP.equals(granted.getAuthority()));
                            all.add(ShownFactors.at(ShownFactors.TOTP, then));
                        })
                        .build());
    }
}
