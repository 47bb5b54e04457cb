package com.tillhouse.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A person who has an authenticator app, and signs in by recovery codes: those need no waiting for the next half minute. */
final class FactorFixture {
    private final Deque<String> recoveryCodes;

    private FactorFixture(Deque<String> recoveryCodes) {
        this.recoveryCodes = recoveryCodes;
    }

    /** Adds an app to whoever has just signed in on this page. */
    static FactorFixture added(Page page, String admin) throws GeneralSecurityException {
        assertThat(page.locator("#business-name")).isVisible();
        page.navigate(admin + "/security");
        page.locator("#app-set-up").click();
        page.locator("#app-code input")
                .fill(new CodeFixture(page.locator("#app-key").textContent()).next());
        page.locator("#app-confirm").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        FactorFixture factor = new FactorFixture(
                new ArrayDeque<>(page.locator(".recovery-codes li").allTextContents()));
        page.locator("#recovery-kept").click();
        assertThat(page.locator("#app-remove")).isVisible();
        return factor;
    }

    /** The second step of a sign-in whose first step fits. */
    void secondStep(Page page) {
        page.locator("#sign-in-code").fill(recoveryCodes.removeFirst());
        page.locator("#sign-in-submit").click();
    }
}
