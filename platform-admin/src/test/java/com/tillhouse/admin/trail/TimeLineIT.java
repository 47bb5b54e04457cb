package com.tillhouse.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.domain.GatewayCall;
import com.tillhouse.core.trail.domain.TrailNote;
import com.tillhouse.core.trail.usecase.RecordAct;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        classes = {AdminApplication.class, TimeLineIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class TimeLineIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final int MANY = 70;

    @Autowired
    Seed seed;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A payment with a short story and one with a long. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        DemoFixture.Ids simple = new DemoFixture.Ids("", "");
        DemoFixture.Ids busy = new DemoFixture.Ids("", "");

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                TenantId kaya = demo.tenant("kaya", "Kaya & Co.", START);
                Money amount = new Money("SGD", 6000);
                simple = demo.order(kaya, Mode.TEST, "ORDER-1", amount, START, Standing.PAID);
                busy = demo.order(kaya, Mode.TEST, "ORDER-2", amount, START, Standing.PAID);
                demo.member(kaya, "mei@kaya.example", Role.OWNER);
                String payment = busy.payment();
                beans.getBean(RecordAct.class).record(Actor.recovery(payment), () -> {
                    for (int i = 0; i < MANY; i++) {
                        Outcome<String> lost = new Outcome.Undetermined<>(
                                Outcome.Reason.SAID_UNKNOWN,
                                "U",
                                new ProviderResult("U", "UNKNOWN_EXCEPTION", "w".repeat(256)));
                        GatewayCall call = new GatewayCall(
                                "inquiryPayment", START.plusSeconds(i), Duration.ofMillis(i), lost, null);
                        Act.current().orElseThrow().note(TrailNote.gatewayCall(kaya, payment, call));
                    }
                    return payment;
                });
            };
        }
    }

    private void open(String payment) {
        UI.getCurrent().navigate("t/kaya/payments/" + payment, QueryParameters.fromString("mode=test"));
    }

    private List<String> told() {
        return find(Paragraph.class).withClassName("trail-text").all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void tellsAShortStoryFromTheBeginning() {
        open(seed.simple.payment());
        assertThat(told())
                .containsExactly(
                        "We saved a payment of SGD\u00a060.00.",
                        "The payment went from Starting to Waiting for buyer.",
                        "The payment went from Waiting for buyer to Paid.");
        assertThat(find(H3.class).all()).extracting(H3::getText).containsExactly("Sunday, 1 November 2026");
        assertThat(find(NativeButton.class).withId("trail-earlier").exists()).isFalse();
    }

    @Test
    @SignedIn("mei@kaya.example")
    void tellsTheEndOfALongStoryAndAllOfItOnDemand() {
        open(seed.busy.payment());
        assertThat(told()).hasSize(60);
        NativeButton earlier = find(NativeButton.class).id("trail-earlier");
        assertThat(earlier.getText()).isEqualTo("Show 13 earlier entries");
        test(earlier).click();
        assertThat(told()).hasSize(MANY + 3).startsWith("We saved a payment of SGD\u00a060.00.");
    }
}
