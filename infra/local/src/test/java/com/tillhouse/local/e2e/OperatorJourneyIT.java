package com.tillhouse.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.demo.DemoTenant;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator and an owner in two real browsers: the way in, what the owner sees of it, and the way out that the owner chooses. */
class OperatorJourneyIT {
    private static final Path DATA = Path.of("target", "e2e-operator-data").toAbsolutePath();
    private static final String REASON = "Ticket 4711: a payment hangs since this morning";

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

    private static Page entered(String email, String password, int width, int height) {
        Page page = browser.page(width, height);
        page.navigate(file.admin() + "/sign-in");
        page.locator("#sign-in-email").fill(email);
        page.locator("#sign-in-password").fill(password);
        page.locator("#sign-in-submit").click();
        return page;
    }

    /** Nothing is seen before. */
    private static void addsAnApp(Page page) throws GeneralSecurityException {
        assertThat(page.locator("#operators-need-one")).isVisible();
        page.locator("#app-set-up").click();
        CodeFixture app = new CodeFixture(page.locator("#app-key").textContent());
        page.locator("#app-code input").fill(app.next());
        page.locator("#app-confirm").click();
        page.locator("#recovery-kept").click();
        assertThat(page.locator("#app-remove")).isVisible();
        page.navigate(file.admin() + "/operate");
    }

    private static void noSuchPage(Page page, String address) {
        page.navigate(file.admin() + address);
        assertThat(page.locator("#no-such-page")).isVisible();
    }

    @Test
    void looksInForAReasonUntilTheOwnerEndsIt() throws GeneralSecurityException {
        DemoTenant shop = file.tenants().getFirst();
        DemoTenant other = file.tenants().getLast();
        Page operator = entered(file.operator().email(), file.operator().password(), 1280, 860);
        addsAnApp(operator);
        assertThat(operator.getByTestId("tenant-" + shop.slug())).isVisible();
        noSuchPage(operator, "/t/" + shop.slug() + "/payments");
        operator.navigate(file.admin() + "/operate");
        assertThat(operator.locator("#look-" + shop.slug())).isVisible();
        BrowserFixture.screenshot(operator, "operator-console-desk");
        operator.locator("#look-" + shop.slug()).click();
        operator.locator("#access-reason textarea").fill(REASON);
        BrowserFixture.screenshot(operator, "operator-access-dialog");
        operator.locator("#access-open").click();
        assertThat(operator.locator("#visit-banner")).containsText(REASON);
        BrowserFixture.screenshot(operator, "operator-visit-desk");
        noSuchPage(operator, "/t/" + other.slug() + "/payments");
        operator.navigate(file.admin() + "/t/" + shop.slug() + "/settings");
        assertThat(operator.locator("#may-not")).isVisible();

        Page owner = entered(shop.email(), shop.password(), 390, 844);
        assertThat(owner.locator(".banner")).containsText(file.operator().email());
        assertThat(owner.locator(".banner")).containsText(REASON);
        assertThat(owner.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        owner.navigate(file.admin() + "/t/" + shop.slug() + "/operators");
        assertThat(owner.getByTestId("access")).isVisible();
        BrowserFixture.screenshot(owner, "operator-access-phone");
        owner.getByText("End now").click();
        assertThat(owner.getByTestId("access")).containsText("ended by " + shop.email());

        operator.locator("#nav-payments").click();
        assertThat(operator.locator("#no-such-page")).isVisible();
        owner.navigate(file.admin() + "/t/" + shop.slug() + "/audit");
        assertThat(owner.locator("#rows").getByText("Tillhouse looks in").first())
                .isVisible();
        BrowserFixture.screenshot(owner, "operator-audit-phone");
    }
}
