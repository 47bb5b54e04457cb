package com.tillhouse.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.demo.DemoTenant;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner and those who join, in front of real browsers, with mails that go through a real mail server. */
class TeamJourneyIT {
    private static final Path DATA = Path.of("target", "e2e-team-data").toAbsolutePath();
    private static final String CHOSEN = "seven quiet lanterns";

    /** Four until an open page asks, and the way of its answer. */
    private static final LocatorAssertions.IsVisibleOptions WITHIN_SECONDS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(5_000);

    private static PlatformFixture platform;
    private static BrowserFixture browser;
    private static PlatformFile file;
    private static DemoTenant shop;
    private static Page owner;

    private final String newcomer = "ana." + UUID.randomUUID().toString().substring(0, 8) + "@new.example";

    @BeforeAll
    static void start() throws Exception {
        browser = BrowserFixture.start();
        platform = PlatformFixture.startedAnew(DATA);
        file = platform.file();
        shop = file.tenants().getFirst();
        owner = desk();
        owner.navigate(file.admin() + "/t/" + shop.slug() + "/team");
        signIn(owner, shop.email(), shop.password());
        assertThat(owner.locator("#members")).isVisible();
        addsAnApp(owner);
    }

    /** Who changes a team needs a second factor, shown minutes ago. */
    private static void addsAnApp(Page page) throws GeneralSecurityException {
        page.navigate(file.admin() + "/security");
        page.locator("#app-set-up").click();
        page.locator("#app-code input")
                .fill(new CodeFixture(page.locator("#app-key").textContent()).next());
        page.locator("#app-confirm").click();
        page.locator("#recovery-kept").click();
        assertThat(page.locator("#app-remove")).isVisible();
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        browser.close();
    }

    private static Page desk() {
        return browser.page(1280, 800);
    }

    private static void signIn(Page page, String email, String password) {
        page.locator("#sign-in-email").fill(email);
        page.locator("#sign-in-password").fill(password);
        page.locator("#sign-in-submit").click();
    }

    private static void team() {
        owner.navigate(file.admin() + "/t/" + shop.slug() + "/team");
        assertThat(owner.locator("#members")).isVisible();
    }

    private static void invite(String email, String role) {
        team();
        owner.locator("#invite").click();
        owner.locator("#invite-email input").fill(email);
        owner.locator("#role")
                .getByText(role, new Locator.GetByTextOptions().setExact(true))
                .click();
        owner.locator("#team-confirm").click();
        assertThat(owner.locator("#invitations")).containsText(email);
    }

    /** Opens the newest mail to this address and follows its link. */
    private static void followMail(Page page, String to, String subject) {
        page.navigate(file.mailbox());
        Locator mail = page.getByTestId("mail")
                .filter(new Locator.FilterOptions().setHasText(to))
                .filter(new Locator.FilterOptions().setHasText(subject))
                .first();
        mail.waitFor();
        mail.click();
        page.frameLocator("iframe").locator("a").first().click();
    }

    private void accept(Page page, String name) {
        followMail(page, newcomer, "Join " + shop.name());
        page.locator("#name input").fill(name);
        page.locator("#new-password input").fill(CHOSEN);
        page.locator("#join-submit").click();
        page.locator("#to-sign-in").click();
        signIn(page, newcomer, CHOSEN);
        assertThat(page.locator("#business-name")).hasText(shop.name());
    }

    @Test
    void joinsByTheLinkOfAMailAndIsOutTheMomentItIsRemoved() {
        invite(newcomer, "Finance");
        BrowserFixture.screenshot(owner, "team-invited-desk");
        Page page = browser.page(390, 844);
        accept(page, "Ana Lim");

        owner.reload();
        Locator row = owner.locator("#members li").filter(new Locator.FilterOptions().setHasText(newcomer));
        assertThat(row).containsText("Ana Lim");
        assertThat(row).containsText("Finance");
        BrowserFixture.screenshot(owner, "team-joined-desk");
        page.navigate(file.admin() + "/t/" + shop.slug() + "/team");
        assertThat(page.locator("#may-not")).isVisible();
        BrowserFixture.screenshot(page, "team-phone");
        row.getByText("Remove").click();
        owner.locator("#team-confirm").click();
        assertThat(row).hasCount(0);

        page.locator("#nav-payments").click();
        assertThat(page.locator("#no-such-page")).isVisible();
    }

    @Test
    void choosesANewPasswordByMailAndIsOutEverywhereElse() {
        invite(newcomer, "Viewer");
        Page old = desk();
        accept(old, "Bo");
        Page page = browser.page(390, 844);
        page.navigate(file.admin());
        page.locator("#forgot-password").click();
        page.locator("#email input").fill(newcomer);
        page.locator("#forgot-submit").click();
        assertThat(page.locator("#forgot")).containsText("Look into your mailbox");
        followMail(page, newcomer, "Choose a new password");
        page.locator("#new-password input").fill("eight loud trumpets");
        BrowserFixture.screenshot(page, "reset-password-phone");
        page.locator("#reset-submit").click();
        page.locator("#to-sign-in").click();
        signIn(page, newcomer, "eight loud trumpets");
        assertThat(page.locator("#business-name")).hasText(shop.name());

        assertThat(old.locator("#sign-in-submit")).isVisible(WITHIN_SECONDS);
    }

    @Test
    void endsASignInFromAnotherBrowser() {
        invite(newcomer, "Support");
        Page one = desk();
        accept(one, "Cy");
        Page two = desk();
        two.navigate(file.admin());
        signIn(two, newcomer, CHOSEN);
        two.locator("#your-sign-in").click();
        assertThat(two.getByTestId("sign-in-here")).isVisible();
        assertThat(two.getByTestId("sign-in-elsewhere").first()).isVisible();
        BrowserFixture.screenshot(two, "your-sign-ins-desk");
        two.locator("#end-others").click();
        assertThat(two.getByTestId("sign-in-elsewhere")).hasCount(0);

        // nobody touches the other page
        assertThat(one.locator("#sign-in-submit")).isVisible(WITHIN_SECONDS);
        assertThat(two.locator("#sign-ins")).isVisible();
        assertThat(List.of(two.url())).allMatch(url -> url.endsWith("/your-sign-in"));
    }
}
