package com.tillhouse.admin.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.usecase.FindRefunds;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {AdminApplication.class, ReviewViewsIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class ReviewViewsIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final Money AMOUNT = new Money("SGD", 6000);
    private static final Money PART = new Money("SGD", 2500);

    @Autowired
    Seed seed;

    @Autowired
    FindCheckout checkout;

    @Autowired
    FindRefunds refunds;

    @Autowired
    ApplyPaymentOutcome outcomes;

    private DemoFixture.Ids doubtful = new DemoFixture.Ids("", "");

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** Two merchants: one with things to look at, one with none. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final DemoFixture demo;
        TenantId kaya = new TenantId(UUID.randomUUID());
        DemoFixture.Ids refunded = new DemoFixture.Ids("", "");
        String doubtfulRefund = "";

        Seed(BeanFactory beans) {
            demo = new DemoFixture(beans);
        }

        @Bean
        ApplicationRunner fill() {
            return arguments -> {
                kaya = demo.tenant("kaya", "Kaya & Co.", START);
                TenantId calm = demo.tenant("calm", "Calm", START);
                demo.member(kaya, "mei@kaya.example", Role.OWNER);
                demo.member(kaya, "fin@kaya.example", Role.FINANCE);
                demo.member(kaya, "sue@kaya.example", Role.SUPPORT);
                demo.member(calm, "ana@calm.example", Role.OWNER);
                refunded = demo.order(kaya, Mode.TEST, "ORDER-R", AMOUNT, START, PaymentNews.Standing.PAID);
                refund("cup was broken", RefundNews.Standing.FAILED, PART, "REFUND_WINDOW_EXCEED");
                doubtfulRefund = refund("second cup", RefundNews.Standing.SUCCEEDED, AMOUNT, "SUCCESS");
            };
        }

        private String refund(String reason, RefundNews.Standing standing, Money said, String code) {
            return demo.refund(kaya, refunded, PART, reason, START, DemoFixture.said(standing, said, code, "as said."));
        }

        DemoFixture.Ids doubtful() {
            return demo.doubtful(kaya, "ORDER-D", AMOUNT, START);
        }
    }

    @BeforeEach
    void aDoubtfulPayment() {
        doubtful = seed.doubtful();
    }

    private void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }

    private String status(String payment) {
        return checkout.payment(seed.kaya, Mode.TEST, payment).status();
    }

    private List<String> texts(String className) {
        return find(Span.class).withClassName(className).all().stream()
                .map(Span::getText)
                .toList();
    }

    private boolean there(String id) {
        return find(Component.class).withId(id).exists();
    }

    private void openDialog(String object) {
        test(find(Button.class).id("decide-" + object)).click();
    }

    @SuppressWarnings("unchecked")
    private void decide(String choice, String note) {
        test(find(RadioButtonGroup.class).id("decision-choice")).selectItem(choice);
        test(find(TextArea.class).id("decision-note")).setValue(note);
        test(find(Button.class).id("decision-confirm")).click();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void listsWhatWaitsWithItsReason() {
        open("t/kaya/review");
        assertThat(texts("row-name")).contains("ORDER-D", "ORDER-R");
        assertThat(texts("row-under")).contains(doubtful.payment(), seed.doubtfulRefund);
        assertThat(Integer.parseInt(find(Span.class).id("waiting").getText())).isGreaterThan(1);
        open("t/kaya/review?mode=live");
        assertThat(texts("row-name")).isEmpty();
        assertThat(there("waiting")).isFalse();
        assertThat(find(Component.class).withClassName("notice").exists()).isTrue();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void settlesAPaymentAndShowsWhoDidAndWhy() {
        open("t/kaya/payments/" + doubtful.payment());
        openDialog(doubtful.payment());
        decide("Settle as declined", "bank says no\nmoney came");
        assertThat(status(doubtful.payment())).isEqualTo("failed");
        assertThat(there("decide-" + doubtful.payment())).isFalse();
        assertThat(texts("decision-who")).containsExactly("mei@kaya.example");
        assertThat(find(Paragraph.class).withClassName("decision-note").single().getText())
                .isEqualTo("bank says no money came");
    }

    @Test
    @SignedIn("fin@kaya.example")
    void decidesNothingWithoutAChoiceAndANote() {
        open("t/kaya/payments/" + doubtful.payment());
        openDialog(doubtful.payment());
        test(find(Button.class).id("decision-confirm")).click();
        assertThat(find(RadioButtonGroup.class).id("decision-choice").isInvalid())
                .isTrue();
        assertThat(find(TextArea.class).id("decision-note").isInvalid()).isTrue();
        decide("Leave it as it is", "   ");
        assertThat(checkout.payment(seed.kaya, Mode.TEST, doubtful.payment()).review())
                .isNotNull();
        decide("Leave it as it is", "asked Antom, case 4711");
        assertThat(checkout.payment(seed.kaya, Mode.TEST, doubtful.payment()).review())
                .isNull();
        assertThat(status(doubtful.payment())).isEqualTo("open");
    }

    @Test
    @SignedIn("mei@kaya.example")
    void saysThatADecisionCameTooLate() {
        open("t/kaya/payments/" + doubtful.payment());
        openDialog(doubtful.payment());
        outcomes.apply(
                seed.kaya,
                doubtful.payment(),
                new PaymentNews(
                        PaymentNews.Standing.PAID,
                        Cause.NOTIFICATION,
                        new ProviderResult("S", "SUCCESS", null),
                        AMOUNT,
                        null,
                        null,
                        null));
        decide("Settle as declined", "too late");
        assertThat(find(Paragraph.class).id("decision-trouble").getText()).contains("Nothing was changed");
        assertThat(there("decision-confirm")).isFalse();
        assertThat(status(doubtful.payment())).isEqualTo("succeeded");
        test(find(Button.class).id("decision-close")).click();
        assertThat(there("decide-" + doubtful.payment())).isFalse();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void showsRefundsAndSettlesADoubtfulOne() {
        String id = seed.demo.refund(
                seed.kaya,
                seed.demo.order(seed.kaya, Mode.TEST, "ORDER-S", AMOUNT, START, PaymentNews.Standing.PAID),
                PART,
                "third cup",
                START,
                DemoFixture.said(RefundNews.Standing.SUCCEEDED, AMOUNT, "SUCCESS", "success."));
        String payment = refunds.refund(seed.kaya, Mode.TEST, id).payment();
        open("t/kaya/payments/" + payment);
        openDialog(id);
        decide("Settle as failed", "Antom support: never paid out");
        assertThat(refunds.refund(seed.kaya, Mode.TEST, id).status()).isEqualTo("failed");
        assertThat(checkout.payment(seed.kaya, Mode.TEST, payment).amountRefundable())
                .isEqualTo(AMOUNT);
        assertThat(texts("decision-who")).containsExactly("mei@kaya.example");
        open("t/kaya/payments/" + seed.refunded.payment());
        assertThat(texts("badge")).contains("On its way", "Failed");
        assertThat(texts("code")).contains("REFUND_WINDOW_EXCEED");
    }

    @Test
    @SignedIn("sue@kaya.example")
    void tellsOthersWhyTheyCannotDecide() {
        open("t/kaya/payments/" + doubtful.payment());
        assertThat(there("decide-" + doubtful.payment())).isFalse();
        assertThat(find(Paragraph.class).withClassName("review-not").single().getText())
                .isEqualTo("Owners and finance members decide this. You are here as support.");
    }

    @Test
    @SignedIn("ana@calm.example")
    void saysWhenNothingWaitsAndShowsNothingOfOthers() {
        open("t/calm/review");
        assertThat(find(Component.class).withClassName("notice").exists()).isTrue();
        assertThat(there("waiting")).isFalse();
        open("t/kaya/review");
        assertThat(there("no-such-page")).isTrue();
        open("t/calm/payments/" + doubtful.payment());
        assertThat(there("no-such-page")).isTrue();
    }
}
