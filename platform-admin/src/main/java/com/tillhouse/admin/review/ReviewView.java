package com.tillhouse.admin.review;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;

/** The payments and refunds of a tenant that a person must look at. */
@Route(value = "t/:slug/review", layout = TenantLayout.class)
@PermitAll
class ReviewView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ReviewDesk desk;
    private final transient InstantSource clock;
    private String business = "";

    ReviewView(ReviewDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        addClassNames("page", "review-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        business = desk.business(slug).name();
        boolean live = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("mode")
                .filter("live"::equals)
                .isPresent();
        removeAll();
        Paragraph lead = new Paragraph(
                "Where Antom contradicts itself or can’t tell, nothing is moved until somebody here decides.");
        lead.addClassName("muted");
        add(new H1("Needs review"), lead);
        fill(slug, live ? Mode.LIVE : Mode.TEST);
    }

    private void fill(String slug, Mode mode) {
        Instant now = clock.instant();
        ReviewList payments =
                new ReviewList("Payments", "review-payments", after -> desk.payments(slug, mode, after), now);
        ReviewList refunds = new ReviewList("Refunds", "review-refunds", after -> desk.refunds(slug, mode, after), now);
        if (payments.empty() && refunds.empty()) {
            add(new Notice(
                    "Nothing needs review",
                    mode.live()
                            ? "All live payments and refunds are clear."
                            : "All test payments and refunds are clear."));
        }
        if (!payments.empty()) {
            add(payments);
        }
        if (!refunds.empty()) {
            add(refunds);
        }
    }

    @Override
    public String getPageTitle() {
        return "Needs review · " + business + " · Tillhouse";
    }
}
