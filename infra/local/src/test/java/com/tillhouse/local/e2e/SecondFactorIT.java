package com.tillhouse.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.demo.DemoTenant;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A merchant's owner and two browsers: an authenticator app, passkeys of a device in software, and acts that want one of them. */
class SecondFactorIT {
    private static final Path DATA = Path.of("target", "e2e-factor-data").toAbsolutePath();

    private static final Map<CDPSession, String> DEVICES = new HashMap<>();

    private static PlatformFixture platform;
    private static BrowserFixture browser;
    private static PlatformFile file;

    @BeforeAll
    static void start() throws Exception {
        browser = BrowserFixture.start();
        platform = PlatformFixture.startedAnew(DATA);
        file = platform.file();
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        browser.close();
    }

    private static DemoTenant tenant() {
        return file.tenants().getLast();
    }

    /** The owner in a browser of its own, as far as the password leads. */
    private static Page entered() {
        Page page = browser.page(1280, 860);
        page.navigate(file.admin() + "/sign-in");
        page.locator("#sign-in-email").fill(tenant().email());
        page.locator("#sign-in-password").fill(tenant().password());
        page.locator("#sign-in-submit").click();
        return page;
    }

    private static void settings(Page page) {
        page.navigate(file.admin() + "/t/" + tenant().slug() + "/settings");
        assertThat(page.locator("#save")).isVisible();
    }

    private static void choose(Page page, String rule) {
        page.locator("#surplus").getByText(rule).click();
        page.locator("#save").click();
    }

    /** What the database holds is what a fresh page shows. */
    private static void keeps(Page page, String rule) {
        assertThat(page.locator("vaadin-notification-card").last()).containsText("Saved");
        settings(page);
        assertThat(page.locator("#surplus vaadin-radio-button[checked]")).containsText(rule);
    }

    private static void answer(Page page, String code) {
        page.locator("#step-up-answer input").fill(code);
        page.locator("#step-up-continue").click();
    }

    @Test
    void asksForASecondFactorWhereItMatters() throws GeneralSecurityException {
        Page open = entered();
        assertThat(open.locator("#business-name")).isVisible();
        Page other = entered();
        assertThat(other.locator("#business-name")).isVisible();
        Page desk = entered();
        assertThat(desk.locator("#business-name")).isVisible();

        CodeFixture app = addsAnApp(desk);
        List<String> recovery = keepsRecoveryCodes(desk);
        settings(desk);
        choose(desk, "Leave it to us");
        keeps(desk, "Leave it to us");

        stepsUpByCode(open, app);
        Page next = signsInByRecoveryCode(recovery.getFirst());
        JsonObject passkey = addsAPasskey(next);
        JsonObject used = signsInByPasskey(passkey);
        stepsUpByPasskey(other, used);
        removesAll(next);
    }

    /** From the act that needs it to where it is added. */
    private static CodeFixture addsAnApp(Page page) throws GeneralSecurityException {
        settings(page);
        choose(page, "Leave it to us");
        assertThat(page.locator("#no-factor-add")).isVisible();
        BrowserFixture.screenshot(page, "factor-needed");
        page.locator("#no-factor-add").click();
        page.locator("#app-set-up").click();
        assertThat(page.locator(".qr svg")).isVisible();
        CodeFixture app = new CodeFixture(page.locator("#app-key").textContent());
        BrowserFixture.screenshot(page, "factor-app");
        page.locator("#app-code input").fill("000000");
        page.locator("#app-confirm").click();
        assertThat(page.locator("#app-trouble")).isVisible();
        page.locator("#app-code input").fill(app.next());
        page.locator("#app-confirm").click();
        return app;
    }

    private static List<String> keepsRecoveryCodes(Page page) {
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        List<String> codes = page.locator(".recovery-codes li").allTextContents();
        BrowserFixture.screenshot(page, "factor-recovery");
        page.locator("#recovery-kept").click();
        assertThat(page.locator("#app-remove")).isVisible();
        return codes;
    }

    /** This browser was open before there was a factor. */
    private static void stepsUpByCode(Page page, CodeFixture app) throws GeneralSecurityException {
        settings(page);
        choose(page, "Give the second payment back by itself");
        assertThat(page.locator("#step-up-answer")).isVisible();
        BrowserFixture.screenshot(page, "factor-step-up");
        answer(page, "000000");
        assertThat(page.locator("#step-up-trouble")).isVisible();
        String before = session(page);
        answer(page, app.next());
        assertThat(page.locator("#step-up-answer")).isHidden();
        assertThat(session(page)).isNotEqualTo(before);
        keeps(page, "Give the second payment back by itself");
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("TILLHOUSE_ADMIN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static Page signsInByRecoveryCode(String code) {
        Page page = entered();
        assertThat(page.locator("#sign-in-code")).isVisible();
        BrowserFixture.screenshot(page, "factor-second-step");
        page.navigate(file.admin() + "/t/" + tenant().slug() + "/payments");
        assertThat(page.locator("#sign-in-email")).isVisible();
        page.navigate(file.admin() + "/sign-in/code");
        page.locator("#sign-in-code").fill("000000");
        page.locator("#sign-in-submit").click();
        assertThat(page.locator("#sign-in-error")).isVisible();
        page.locator("#sign-in-code").fill(code);
        page.locator("#sign-in-submit").click();
        assertThat(page.locator("#business-name")).isVisible();
        return page;
    }

    private static JsonObject addsAPasskey(Page page) {
        CDPSession device = device(page);
        page.navigate(file.admin() + "/security");
        page.locator("#passkey-add").click();
        assertThat(page.getByTestId("passkey")).hasCount(1);
        page.locator(".passkey-rename").click();
        page.locator("#rename-name input").fill("Work laptop");
        page.locator("#rename-save").click();
        assertThat(page.getByTestId("passkey")).containsText("Work laptop");
        BrowserFixture.screenshot(page, "factor-security-desk");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        BrowserFixture.screenshot(page, "factor-security-phone");
        page.setViewportSize(1280, 860);
        return kept(device);
    }

    private static JsonObject signsInByPasskey(JsonObject passkey) {
        Page page = browser.page(390, 844);
        CDPSession device = device(page);
        give(device, passkey);
        page.navigate(file.admin() + "/sign-in");
        assertThat(page.locator("#sign-in-passkey")).isVisible();
        BrowserFixture.screenshot(page, "factor-sign-in-phone");
        page.locator("#sign-in-passkey").click();
        assertThat(page.locator("#business-name")).isVisible();
        settings(page);
        choose(page, "Leave it to us");
        keeps(page, "Leave it to us");
        return kept(device);
    }

    /** This browser was open before there was a factor, too. */
    private static void stepsUpByPasskey(Page page, JsonObject passkey) {
        give(device(page), passkey);
        settings(page);
        choose(page, "Give the second payment back by itself");
        BrowserFixture.screenshot(page, "factor-step-up-passkey");
        page.locator("#step-up-passkey").click();
        assertThat(page.locator("#step-up-passkey")).isHidden();
        keeps(page, "Give the second payment back by itself");
    }

    private static void removesAll(Page page) {
        page.navigate(file.admin() + "/security");
        page.locator(".passkey-remove").click();
        assertThat(page.getByTestId("passkey")).hasCount(0);
        page.locator("#app-remove").click();
        assertThat(page.locator("#app-set-up")).isVisible();
        assertThat(entered().locator("#business-name")).isVisible();
    }

    /** A fingerprint reader in software that says yes to everybody. */
    private static CDPSession device(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        DEVICES.put(
                session,
                session.send("WebAuthn.addVirtualAuthenticator", arguments)
                        .get("authenticatorId")
                        .getAsString());
        return session;
    }

    private static JsonObject authenticator(CDPSession session) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", DEVICES.get(session));
        return arguments;
    }

    private static JsonObject kept(CDPSession session) {
        return session.send("WebAuthn.getCredentials", authenticator(session))
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    /** The same passkey on another device of the person. */
    private static void give(CDPSession session, JsonObject passkey) {
        JsonObject arguments = authenticator(session);
        arguments.add("credential", passkey);
        session.send("WebAuthn.addCredential", arguments);
    }
}
