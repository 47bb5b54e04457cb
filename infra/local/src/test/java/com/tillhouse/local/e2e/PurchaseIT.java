package com.tillhouse.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.demo.DemoTenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A buyer and a merchant in front of a real browser. */
class PurchaseIT {
    private static final double PATIENCE_MILLIS = 30_000;

    private static PlatformFixture platform;
    private static BrowserFixture browser;
    private static PlatformFile file;

    @BeforeAll
    static void start() throws Exception {
        browser = BrowserFixture.start();
        platform = PlatformFixture.started();
        file = platform.file();
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        browser.close();
    }

    @Test
    void buysPaysAndSeesPaid() {
        Page page = desk();
        buy(page, "mikas-coffee", "desk");

        page.getByTestId("pay").click();

        expectStatus(page, "paid");
        BrowserFixture.screenshot(page, "shop-paid-desk");
    }

    @Test
    void buysATripOnThePhone() {
        Page page = phone();
        buy(page, "fernweh-travel", "phone");

        page.getByTestId("pay").click();

        expectStatus(page, "paid");
        BrowserFixture.screenshot(page, "shop-paid-phone");
    }

    @Test
    void declinesAndMayTryAgain() {
        Page page = phone();
        buy(page, "mikas-coffee", "decline");

        page.getByTestId("decline").click();

        expectStatus(page, "declined");
        BrowserFixture.screenshot(page, "shop-declined-phone");
        page.getByTestId("buy").click();
        assertThat(page.getByTestId("pay")).isVisible();
    }

    @Test
    void letsThePageExpire() {
        Page page = desk();
        buy(page, "fernweh-travel", "expire");

        page.getByTestId("expire").click();

        expectStatus(page, "expired");
        BrowserFixture.screenshot(page, "shop-expired-desk");
    }

    @Test
    void showsThePaymentToItsMerchantOnly() {
        Page page = desk();
        buy(page, "mikas-coffee", "admin");
        page.getByTestId("pay").click();
        expectStatus(page, "paid");
        String order = page.getByTestId("order-reference").textContent();

        signIn(page, file.tenants().getFirst());
        Locator rows = page.getByTestId("row");
        assertThat(rows.first()).containsText(order);
        BrowserFixture.screenshot(page, "admin-payments-desk");

        Page other = desk();
        signIn(other, file.tenants().getLast());
        assertThat(other.locator("#rows")).isVisible();
        assertThat(other.locator("body")).not().containsText(order);
    }

    @Test
    void showsAllShops() {
        for (Page page : new Page[] {desk(), phone()}) {
            page.navigate(file.shop());
            assertThat(page.getByText("Fernweh Travel")).isVisible();
            BrowserFixture.screenshot(page, "shops-" + page.viewportSize().width);
        }
    }

    @Test
    void takesTheFormThatScriptsRelyOn() throws Exception {
        String json = Files.readString(Path.of("target", "e2e", "platform.json"));
        assertThat(json)
                .contains(
                        "\"sandbox_tls\"",
                        "\"client_secret\"",
                        "\"webhook_secret\" : \"whsec_",
                        "\"notify_path\" : \"/antom/notify/",
                        "\"antom_client_id\"");
        assertThat(file.tenants()).hasSize(2);
        assertThat(file.operator().email()).isNotBlank();
        if (Files.getFileStore(Path.of("target")).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(Path.of("target", "e2e", "platform.json")))
                    .hasSize(2);
        }
    }

    @Test
    void needsLessThanOneAndAHalfGigabytes() throws Exception {
        if (Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            assertThat(platform.residentMebibytes()).isBetween(100L, 1500L);
        }
    }

    @Test
    void answersTokensOnlyToTheRightSecret() throws Exception {
        DemoTenant first = file.tenants().getFirst();
        DemoTenant last = file.tenants().getLast();
        String mixed =
                "grant_type=client_credentials&client_id=" + first.clientId() + "&client_secret=" + last.clientSecret();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(file.api() + "/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(mixed))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    private static void buy(Page page, String slug, String name) {
        page.navigate(file.shop() + "/shop/" + slug);
        BrowserFixture.screenshot(page, "shop-product-" + name);
        page.getByTestId("buy").click();
        assertThat(page.getByTestId("pay")).isVisible();
        BrowserFixture.screenshot(page, "page-" + name);
    }

    private static void expectStatus(Page page, String status) {
        assertThat(page.getByTestId("status"))
                .hasAttribute(
                        "data-status", status, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void signIn(Page page, DemoTenant tenant) {
        page.navigate(file.admin());
        page.locator("#sign-in-email").fill(tenant.email());
        page.locator("#sign-in-password").fill(tenant.password());
        page.locator("#sign-in-submit").click();
    }

    private static Page desk() {
        return browser.page(1280, 860);
    }

    private static Page phone() {
        return browser.page(390, 844);
    }
}
