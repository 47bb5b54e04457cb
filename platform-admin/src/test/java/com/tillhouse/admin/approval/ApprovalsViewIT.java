package com.tillhouse.admin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.usecase.ChangeFourEyes;
import com.tillhouse.core.approval.usecase.ProposeAct;
import com.tillhouse.core.approval.usecase.ProposeCommand;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ApprovableCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a member proposes in the admin app, and what another one does about it. */
@SpringBootTest(
        classes = {AdminApplication.class, ApprovalsViewIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class ApprovalsViewIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    @Autowired
    Seed seed;

    @Autowired
    ProposeAct propose;

    @Autowired
    ChangeFourEyes fourEyes;

    @Autowired
    RequireApproval approvals;

    @Autowired
    ChangeCheckoutPolicy policies;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A business for each test with two owners, a developer and somebody who looks; one payment is in doubt. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();
        final Map<String, PersonId> people = new HashMap<>();
        final Map<String, DemoFixture.Ids> doubtful = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "six", "ten", "nine"}) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, START);
                    for (String name : new String[] {"mei", "ana"}) {
                        people.put(name + slug, demo.member(shop, name + "@" + slug + ".example", Role.OWNER));
                    }
                    people.put("dev" + slug, demo.member(shop, "dev@" + slug + ".example", Role.DEVELOPER));
                    people.put("see" + slug, demo.member(shop, "see@" + slug + ".example", Role.VIEWER));
                    doubtful.put(slug, demo.doubtful(shop, "ORDER-" + slug, new Money("SGD", 5000), START));
                    shops.put(slug, shop);
                }
            };
        }
    }

    private TenantId shop(String slug) {
        return Objects.requireNonNull(seed.shops.get(slug));
    }

    private PersonId person(String name) {
        return Objects.requireNonNull(seed.people.get(name));
    }

    private void on(String slug) {
        fourEyes.turnOn(shop(slug), person("mei" + slug));
    }

    private void proposed(String slug, String by) {
        Draft draft =
                ApprovableCheckoutPolicy.draft(new ChangeCheckoutPolicyCommand(shop(slug), SurplusPolicy.KEEP, null));
        propose.propose(new ProposeCommand(shop(slug), draft, "the shop asks for it", person(by + slug)));
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private boolean offers(String text) {
        return find(Button.class).all().stream()
                .anyMatch(button -> button.getText().equals(text));
    }

    private static String seen() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(Component.class::cast)
                .reduce((inner, outer) -> outer)
                .orElseThrow()
                .getElement()
                .getOuterHTML();
    }

    @Test
    @SignedIn("dev@one.example")
    void proposesInsteadOfSaving() {
        on("one");
        UI.getCurrent().navigate("t/one/settings");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Object> surplus = find(RadioButtonGroup.class).id("surplus");
        test(surplus).selectItem("Leave it to us");
        test(find(Button.class).id("save")).click();
        test(find(Button.class).id("propose-confirm")).click();
        assertThat(find(TextArea.class).id("propose-reason").isInvalid()).isTrue();
        test(find(TextArea.class).id("propose-reason")).setValue("the shop asks for it");
        test(find(Button.class).id("propose-confirm")).click();
        assertThat(policies.read(shop("one"))).isEqualTo(CheckoutPolicy.USUAL);
        UI.getCurrent().navigate("t/one/approvals");
        assertThat(seen()).contains("Change the checkout’s rules", "the shop asks for it", "dev@one.example");
        assertThat(offers("Approve")).isFalse();
        test(button("Take back")).click();
        assertThat(seen()).contains("Taken back");
    }

    @Test
    @SignedIn("ana@two.example")
    void approvesWhatAnotherProposed() {
        on("two");
        proposed("two", "dev");
        UI.getCurrent().navigate("t/two/approvals");
        test(button("Approve")).click();
        assertThat(policies.read(shop("two")).surplus()).isEqualTo(SurplusPolicy.KEEP);
        assertThat(seen()).contains("Approved and done", "decided by ana@two.example");
    }

    @Test
    @SignedIn("see@six.example")
    void offersNothingToWhoMayNot() {
        on("six");
        proposed("six", "dev");
        UI.getCurrent().navigate("t/six/approvals");
        assertThat(seen()).contains("the shop asks for it");
        assertThat(offers("Approve")).isFalse();
        assertThat(offers("Refuse…")).isFalse();
        assertThat(find(Component.class).withId("change-four-eyes").exists()).isFalse();
    }

    @Test
    @SignedIn("mei@ten.example")
    void turnsFourEyesOnAloneAndOffByTwo() {
        UI.getCurrent().navigate("t/ten/approvals");
        test(find(Button.class).id("change-four-eyes")).click();
        assertThat(approvals.fourEyes(shop("ten"))).isTrue();
        assertThat(find(Paragraph.class).id("four-eyes").getText()).startsWith("Four eyes are on");
        test(find(Button.class).id("change-four-eyes")).click();
        test(find(TextArea.class).id("propose-reason")).setValue("too slow for us");
        test(find(Button.class).id("propose-confirm")).click();
        assertThat(approvals.fourEyes(shop("ten"))).isTrue();
        assertThat(offers("Approve")).isFalse();
    }

    @Test
    @SignedIn("ana@nine.example")
    void settlesAPaymentByTwo() {
        on("nine");
        String payment = Objects.requireNonNull(seed.doubtful.get("nine")).payment();
        UI.getCurrent().navigate("t/nine/payments/" + payment);
        test(find(Button.class).id("decide-" + payment)).click();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Object> choice = find(RadioButtonGroup.class).id("decision-choice");
        test(choice).selectItem("Settle as paid");
        test(find(TextArea.class).id("decision-note")).setValue("seen on the bank statement");
        test(find(Button.class).id("decision-confirm")).click();
        UI.getCurrent().navigate("t/nine/payments/" + payment);
        assertThat(find(Button.class).withId("decide-" + payment).exists()).isTrue();
        UI.getCurrent().navigate("t/nine/approvals");
        assertThat(seen()).contains("Settle a payment", payment, "seen on the bank statement");
        test(button("Take back")).click();
        propose.newest(shop("nine"), 1)
                .forEach(each -> assertThat(each.proposerName()).isEqualTo("ana@nine.example"));
    }
}
