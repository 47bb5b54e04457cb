package com.tillhouse.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.AuditFormat;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

@SpringBootTest(
        classes = {AdminApplication.class, AuditViewIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class AuditViewIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    @Autowired
    Seed seed;

    @Autowired
    RecordAudit audit;

    @Autowired
    AuditDesk desk;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A merchant for each test, each with three entries: registered, and two members. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : List.of("one", "two", "three", "four", "five")) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, START);
                    demo.member(shop, "own@" + slug + ".example", Role.OWNER);
                    demo.member(shop, "sup@" + slug + ".example", Role.SUPPORT);
                    shops.put(slug, shop);
                }
            };
        }
    }

    private TenantId shop(String slug) {
        return Objects.requireNonNull(seed.shops.get(slug));
    }

    private List<String> shown() {
        return find(UnorderedList.class)
                .id("rows")
                .getChildren()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    @Test
    @SignedIn("own@one.example")
    @SuppressWarnings("unchecked")
    void showsTheNewestFirstWithWhatAndWho() {
        UI.getCurrent().navigate("t/one/settings");
        test(find(RadioButtonGroup.class).id("surplus")).selectItem("Leave it to us");
        test(find(Button.class).id("save")).click();
        UI.getCurrent().navigate("t/one/audit");
        assertThat(shown()).hasSize(4);
        assertThat(shown().getFirst())
                .contains("Checkout rules changed")
                .contains("own@one.example")
                .contains("Surplus, after")
                .contains("KEEP");
        assertThat(shown().getLast()).contains("Business registered").contains("Tillhouse");
        UI.getCurrent().navigate("t/one/audit", QueryParameters.of("action", "member.added"));
        assertThat(shown()).hasSize(2).allSatisfy(row -> assertThat(row).contains("Member added"));
        UI.getCurrent().navigate("t/one/audit", QueryParameters.fromString("from=2020-01-01&to=2020-01-02"));
        assertThat(find(Component.class).withId("empty-clear").exists()).isTrue();
    }

    @Test
    @SignedIn("own@two.example")
    void verifiesTheChainAndSaysWhereItBreaks() {
        UI.getCurrent().navigate("t/two/audit");
        test(find(Button.class).id("verify")).click();
        assertThat(find(Paragraph.class).id("verdict").getText()).startsWith("Verified up to entry 3:");
        assertThat(find(Button.class).id("verify").isEnabled()).isTrue();
        JdbcClient.create(DATABASE.superuser())
                .sql("do $$ begin set local session_replication_role = replica;"
                        + " update audit_entry set object_id = 'x' where number = 2 and tenant_id = '" + shop("two")
                        + "'; end $$")
                .update();
        test(find(Button.class).id("verify")).click();
        assertThat(find(Paragraph.class).id("verdict").getText())
                .startsWith("The chain is broken. Entry 2 was changed");
    }

    @Test
    @SignedIn("sup@three.example")
    void saysToOthersWhyTheyDoNotSeeIt() {
        UI.getCurrent().navigate("t/three/audit");
        assertThat(find(Component.class).withId("may-not").exists()).isTrue();
        assertThat(find(Component.class).withId("rows").exists()).isFalse();
        assertThat(find(Anchor.class).withId("export-csv").exists()).isFalse();
        assertThatThrownBy(() -> desk.export("three", AuditFormat.CSV, new ByteArrayOutputStream()))
                .isInstanceOf(NotPermittedException.class);
        UI.getCurrent().navigate("t/one/audit");
        assertThat(find(Component.class).withId("no-such-page").exists()).isTrue();
    }

    @Test
    @SignedIn("own@four.example")
    void exportsTheTenantsOwnTrailAndSaysSoInIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.export("four", AuditFormat.CSV, out);
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(5);
        assertThat(lines[4]).contains("audit_trail.exported").contains("own@four.example");
        UI.getCurrent().navigate("t/four/audit");
        assertThat(find(Anchor.class).id("export-ndjson").getHref()).isNotBlank();
        assertThat(shown().getFirst()).contains("Audit trail exported");
    }

    @Test
    @SignedIn("own@five.example")
    void loadsMoreInSlices() {
        for (int i = 0; i < 30; i++) {
            audit.record(shop("five"), AuditNote.of(AuditAction.MEMBER_ADDED, "person_" + i));
        }
        UI.getCurrent().navigate("t/five/audit");
        assertThat(shown()).hasSize(25);
        assertThat(find(Paragraph.class).id("count").getText()).startsWith("Newest 25 shown");
        test(find(Button.class).id("load-more")).click();
        assertThat(shown()).hasSize(33).doesNotHaveDuplicates();
        assertThat(find(Paragraph.class).id("count").getText()).startsWith("All 33 shown");
    }
}
