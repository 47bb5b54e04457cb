package com.tillhouse.admin.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@SpringBootTest(
        classes = {AdminApplication.class, MoneyViewsIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class MoneyViewsIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final int MANY = 30;

    @Autowired
    Seed seed;

    @MockitoSpyBean
    FindCheckout checkout;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** Two merchants and their buyers. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        DemoFixture.Ids mine = new DemoFixture.Ids("", "");
        DemoFixture.Ids doubtful = new DemoFixture.Ids("", "");

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                TenantId kaya = demo.tenant("kaya", "Kaya & Co.", START);
                TenantId other = demo.tenant("other", "Other", START);
                for (int day = 0; day < MANY; day++) {
                    Standing standing = day % 3 == 0 ? Standing.REFUSED : Standing.PAID;
                    mine = demo.order(
                            kaya,
                            Mode.TEST,
                            "ORDER-" + day,
                            sgd(1000 + day),
                            START.plusSeconds(day * 86400L),
                            standing);
                }
                doubtful = demo.doubtful(kaya, "ORDER-D", sgd(500), START.minusSeconds(60));
                demo.order(kaya, Mode.LIVE, "ORDER-LIVE", new Money("JPY", 6000), START, null);
                demo.order(other, Mode.TEST, "ORDER-THEIRS", sgd(99), START, Standing.PAID);
                demo.member(kaya, "mei@kaya.example", Role.OWNER);
                demo.member(kaya, "leaver@kaya.example", Role.VIEWER);
                demo.member(other, "ana@other.example", Role.OWNER);
            };
        }

        private static Money sgd(long minor) {
            return new Money("SGD", minor);
        }
    }

    private void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }

    private List<String> names() {
        return find(Span.class).withClassName("row-name").all().stream()
                .map(Span::getText)
                .toList();
    }

    private String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private QueryParameters asked() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters();
    }

    private boolean missing() {
        return find(Component.class).withId("no-such-page").exists() && names().isEmpty();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void loadsMoreFromWhereTheListEnded() {
        open("t/kaya/payments");
        assertThat(names()).hasSize(CheckoutDesk.PAGE).startsWith("ORDER-29", "ORDER-28");
        test(find(Button.class).id("load-more")).click();
        assertThat(names()).hasSize(MANY + 1).doesNotHaveDuplicates().endsWith("ORDER-0", "ORDER-D");
        assertThat(find(Button.class).withId("load-more").exists()).isFalse();
        assertThat(find(Paragraph.class).id("count").getText()).startsWith("All 31 shown");
    }

    @Test
    @SignedIn("mei@kaya.example")
    void readsFiltersFromTheAddress() {
        open("t/kaya/payments?status=failed&from=2026-11-04&to=2026-11-10");
        assertThat(names()).containsExactly("ORDER-9", "ORDER-6", "ORDER-3");
        open("t/kaya/sessions?reference=ORDER-7");
        assertThat(names()).containsExactly("ORDER-7");
        open("t/kaya/payments?status=nonsense&from=yesterday&mode=TEST");
        assertThat(names()).hasSize(CheckoutDesk.PAGE);
        open("t/kaya/payments?from=2026-11-10&to=2026-11-04");
        assertThat(names()).isEmpty();
        assertThat(find(DatePicker.class).id("filter-to").isInvalid()).isTrue();
    }

    @Test
    @SignedIn("mei@kaya.example")
    @SuppressWarnings("unchecked")
    void keepsFiltersInTheAddress() {
        open("t/kaya/payments");
        test(find(Select.class).id("filter-status")).selectItem("Declined");
        assertThat(asked()).isEqualTo(QueryParameters.fromString("mode=test&status=failed"));
        test(find(TextField.class).id("filter-reference")).setValue("ORDER-6");
        test(find(DatePicker.class).id("filter-from")).setValue(LocalDate.parse("2026-11-01"));
        assertThat(asked())
                .isEqualTo(QueryParameters.fromString("mode=test&status=failed&reference=ORDER-6&from=2026-11-01"));
        assertThat(names()).containsExactly("ORDER-6");
        test(find(Button.class).id("filter-clear")).click();
        assertThat(asked()).isEqualTo(QueryParameters.fromString("mode=test"));
    }

    @Test
    @SignedIn("mei@kaya.example")
    void keepsModesApart() {
        open("t/kaya/payments?mode=live");
        assertThat(names()).containsExactly("ORDER-LIVE");
        assertThat(find(Anchor.class).id("mode-live").getElement().getAttribute("aria-current"))
                .isEqualTo("true");
        open("t/kaya/payments/" + seed.mine.payment() + "?mode=live");
        assertThat(missing()).isTrue();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void showsOneOrderWithItsPayment() {
        open("t/kaya/sessions/" + seed.mine.session() + "?mode=test");
        assertThat(names()).containsExactly("Attempt 1", "Kaya toast set", seedBeans());
        open("t/kaya/payments/" + seed.doubtful.payment());
        assertThat(find(Paragraph.class).withClassName("review-why").single().getText())
                .contains("another amount");
    }

    private static String seedBeans() {
        return "Single-origin coffee beans from the slopes of Mount Kerinci, washed, medium roast, whole bean, 250 g";
    }

    @Test
    @SignedIn("leaver@kaya.example")
    void endsAtOnceForARemovedMember() {
        open("t/kaya/payments");
        assertThat(names()).hasSize(CheckoutDesk.PAGE);
        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "delete from member where person_id = (select person_id from person where email = 'leaver@kaya.example')")
                .update();
        assertThatThrownBy(() -> test(find(Button.class).id("load-more")).click())
                .isInstanceOf(NotFoundException.class);
        assertThat(names()).hasSize(CheckoutDesk.PAGE);
        open("t/kaya/payments");
        assertThat(missing()).isTrue();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void offersToTryAgainWhenTheDatabaseIsAway() {
        doThrow(new DataAccessResourceFailureException("away")).when(checkout).payments(any(), any());
        open("t/kaya/payments");
        assertThat(names()).isEmpty();
        doCallRealMethod().when(checkout).payments(any(), any());
        test(find(Button.class).id("try-again")).click();
        assertThat(names()).hasSize(CheckoutDesk.PAGE);
    }

    @Test
    @WithAnonymousUser
    void letsNobodyInWithoutSigningIn() {
        open("t/kaya/payments");
        assertThat(names()).isEmpty();
        assertThat(find(Component.class).withId("sign-in-submit").exists()).isTrue();
    }

    @Test
    @SignedIn("ana@other.example")
    void leadsToTheOnlyBusiness() {
        open("");
        assertThat(address()).isEqualTo("t/other/payments");
        assertThat(find(Span.class).id("business-name").getText()).isEqualTo("Other");
        assertThat(names()).containsExactly("ORDER-THEIRS");
    }
}
