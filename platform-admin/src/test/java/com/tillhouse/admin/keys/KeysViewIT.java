package com.tillhouse.admin.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gatewaykey.domain.KeyForms;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.client.Registration;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
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

/** A merchant's walk through its keys, against a gateway that speaks Antom's protocol. */
@SpringBootTest(
        classes = {AdminApplication.class, KeysViewIT.Seed.class},
        properties = {"spring.config.name=platform-admin", "tillhouse.egress.allow-local=true"})
@ViewPackages(packages = "com.tillhouse.admin")
class KeysViewIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));

    @Autowired
    Seed seed;

    @Autowired
    FindGatewayKeys keys;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    /** Businesses without an account at Antom. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "three", "four"}) {
                    TenantId shop = new TenantId(UUID.randomUUID());
                    beans.getBean(RegisterTenant.class).register(shop, slug, "Shop " + slug);
                    demo.member(shop, "dev@" + slug + ".example", Role.DEVELOPER);
                    demo.member(shop, "fin@" + slug + ".example", Role.FINANCE);
                    shops.put(slug, shop);
                }
            };
        }
    }

    private List<KeyRecord> keys(String slug) {
        return keys.find(Objects.requireNonNull(seed.shops.get(slug)), Mode.TEST)
                .map(FindGatewayKeys.Overview::keys)
                .orElse(List.of());
    }

    private void click(String id) {
        test(find(Button.class).id(id)).click();
    }

    private void paste(String field, String text) {
        find(TextArea.class).id(field).setValue(text);
    }

    private String said(String id) {
        return find(Paragraph.class).id(id).getText();
    }

    private boolean shows(String id) {
        return find(Component.class).withId(id).exists();
    }

    private void account(String slug) {
        UI.getCurrent().navigate("t/" + slug + "/keys");
        test(find(TextField.class).id("client-id")).setValue("SANDBOX_" + slug);
        find(ComboBox.class).id("host").setValue(SANDBOX.httpBase().toString());
        click("account-save");
    }

    private String registered(String slug, String publicKey) {
        return SANDBOX.register(new Registration("SANDBOX_" + slug, publicKey, slug, null, null))
                .antomPublicKey();
    }

    @Test
    @SignedIn("dev@one.example")
    void leadsFromNothingToKeysThatWorkAndThroughTheirReplacement() {
        account("one");
        click("make");
        KeyRecord first = keys("one").getFirst();
        assertThat(first.status()).isEqualTo(Status.PENDING);
        assertThat(find(Button.class).id("activate").isEnabled()).isFalse();
        paste("antom-key-field", first.merchantPublicKey());
        click("antom-key-save");
        assertThat(said("antom-key-answer")).contains("your own public key, not Antom's");
        paste("antom-key-field", KeyForms.bare(KeyForms.GOOD.getPublic().getEncoded()));
        click("antom-key-save");
        click("activate");
        assertThat(said("test-answer")).contains("Antom knows no key of yours for this client id");
        String antom = registered("one", first.merchantPublicKey());
        click("activate");
        assertThat(said("test-answer")).contains("not signed by the key that you pasted");
        paste("antom-key-field", antom);
        click("antom-key-save");
        click("activate");
        assertThat(keys("one").getFirst().status()).isEqualTo(Status.ACTIVE);
        assertThat(shows("active-keys")).isTrue();
        assertThat(shows("waiting-keys")).isFalse();
        click("make");
        KeyRecord second = keys("one").getFirst();
        registered("one", second.merchantPublicKey());
        paste("antom-key-field", antom);
        click("antom-key-save");
        click("activate");
        assertThat(keys("one").stream().map(KeyRecord::status)).containsExactly(Status.ACTIVE, Status.RETIRING);
        click("end-1");
        assertThat(keys("one").stream().map(KeyRecord::status)).containsExactly(Status.ACTIVE, Status.RETIRED);
    }

    @Test
    @SignedIn("dev@two.example")
    void keepsNothingOfAPrivateKeyInThePage() {
        account("two");
        String good = KeyForms.pem("PRIVATE KEY", KeyForms.GOOD.getPrivate().getEncoded());
        paste("private-key", good.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));
        click("upload");
        assertThat(said("upload-answer")).contains("encrypted with a password");
        assertThat(find(TextArea.class).id("private-key").getValue()).isEmpty();
        paste("private-key", good);
        click("upload");
        assertThat(keys("two").getFirst().status()).isEqualTo(Status.PENDING);
        assertThat(UI.getCurrent().getCurrentView().getElement().getOuterHTML())
                .contains(keys("two").getFirst().merchantPublicKey())
                .doesNotContain(
                        KeyForms.bare(KeyForms.GOOD.getPrivate().getEncoded()).substring(40, 80));
        click("discard");
        assertThat(keys("two").getFirst().status()).isEqualTo(Status.RETIRED);
        UI.getCurrent().navigate("t/two/keys");
        assertThat(shows("make")).isTrue();
    }

    @Test
    @SignedIn("dev@three.example")
    void refusesWhatIsNotAntomAndARoleThatWasTakenAway() {
        UI.getCurrent().navigate("t/three/keys");
        test(find(TextField.class).id("client-id")).setValue("5X0001");
        find(ComboBox.class).id("host").setValue("https://open-sea-global.alipay.com");
        click("account-save");
        assertThat(said("account-answer")).contains("The client id is not a sandbox id");
        test(find(TextField.class).id("client-id")).setValue("SANDBOX_three");
        find(ComboBox.class).id("host").setValue("https://evil.example");
        click("account-save");
        assertThat(said("account-answer")).contains("not an address of Antom");
        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "update member set role = 'VIEWER' where person_id = (select person_id from person where email = 'dev@three.example')")
                .update();
        Button save = find(Button.class).id("account-save");
        assertThatThrownBy(() -> test(save).click()).isInstanceOf(NotPermittedException.class);
        assertThat(keys("three")).isEmpty();
    }

    @Test
    @SignedIn(
            value = "dev@four.example",
            shown = {})
    void changesNothingWithoutASecondFactor() {
        account("four");
        assertThat(keys.find(Objects.requireNonNull(seed.shops.get("four")), Mode.TEST))
                .isEmpty();
    }

    @Test
    @SignedIn("fin@two.example")
    void showsNothingToOthersAndSaysWhy() {
        UI.getCurrent().navigate("t/two/keys");
        assertThat(shows("may-not")).isTrue();
        assertThat(shows("account")).isFalse();
        assertThat(shows("make")).isFalse();
        UI.getCurrent().navigate("t/one/keys");
        assertThat(shows("no-such-page")).isTrue();
    }
}
