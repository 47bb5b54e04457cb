package com.tillhouse.admin.page;

import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.look.Mark;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.review.FindReviews;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The frame around the views of one tenant. The tenant comes from the address and is asked for again at each navigation. */
@PermitAll
public final class TenantLayout extends Div implements RouterLayout, BeforeEnterObserver {
    private static final int SECTION = 2;
    private static final int MOST = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final TenantAccess access;
    private final AuthenticationContext authentication;
    private final transient FindReviews reviews;
    private final transient Banners banners;
    private final Header header = new Header();
    private final Div notes = new Div();
    private final Div content = new Div();

    TenantLayout(TenantAccess access, AuthenticationContext authentication, FindReviews reviews, Banners banners) {
        this.access = access;
        this.banners = banners;
        this.authentication = authentication;
        this.reviews = reviews;
        addClassName("frame");
        content.addClassName("frame-content");
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        Anchor skip = new Anchor("#content", "Skip to content");
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        Div main = new Div(notes, content);
        main.addClassName("frame-main");
        add(skip, header, main);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        Membership membership = access.require(slug);
        notes.removeAll();
        notes.add(banners.of(membership, event.getLocation()));
        access.secondFactorDue(membership).ifPresent(from -> notes.add(reminder(from)));
        List<String> path = event.getLocation().getSegments();
        String section = path.size() > SECTION ? path.get(SECTION) : "";
        header.removeAll();
        header.add(
                new Mark(),
                business(membership),
                sections(membership, section, ModeSwitch.mode(event.getLocation())),
                new ModeSwitch(slug, section, event.getLocation()),
                foot());
    }

    private static Component reminder(Instant from) {
        Anchor add = new Anchor(StepUp.SECURITY_PAGE, "Add one");
        add.addClassName("banner-link");
        Div reminder = new Div(
                new Span("From " + DAY.format(from.atZone(Viewer.zone())) + " on you need a second factor here"), add);
        reminder.setId("second-factor-reminder");
        reminder.addClassName("banner");
        reminder.getElement().setAttribute("role", "status");
        return reminder;
    }

    /** An open page leaves by itself when its sign-in was ended elsewhere. */
    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://js/signed-in.js");
    }

    private Component business(Membership membership) {
        Span name = new Span(membership.name());
        name.addClassName("business-name");
        name.setId("business-name");
        name.setTitle(membership.name());
        Div block = new Div(name);
        block.addClassName("business");
        boolean visit = membership.visit() != null;
        if (visit || access.memberships().size() > 1) {
            Anchor change = new Anchor(visit ? "operate" : "", visit ? "Console" : "Change");
            change.setId("change-business");
            block.add(change);
        }
        return block;
    }

    private Component sections(Membership membership, String current, String mode) {
        Nav nav = new Nav();
        nav.addClassName("sections");
        nav.getElement().setAttribute("aria-label", "Sections");
        for (Section section : Section.values()) {
            Anchor link =
                    new Anchor("t/" + membership.slug() + "/" + section.path() + "?mode=" + mode, section.title());
            link.addClassNames("section-link", "section-" + section.path());
            link.setId("nav-" + section.path());
            if (section.path().equals(current)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            if (section == Section.REVIEW) {
                addWaiting(
                        link, reviews.waiting(membership.tenant(), Mode.valueOf(mode.toUpperCase(Locale.ROOT)), MOST));
            }
            nav.add(link);
        }
        return nav;
    }

    private static void addWaiting(Anchor link, int waiting) {
        if (waiting > 0) {
            Span number = new Span(waiting < MOST ? String.valueOf(waiting) : MOST - 1 + "+");
            number.addClassName("waiting");
            number.setId("waiting");
            number.getElement().setAttribute("aria-label", waiting + " waiting");
            link.add(number);
        }
    }

    private Component foot() {
        Anchor who = new Anchor("your-sign-in", access.member().email());
        who.setId("your-sign-in");
        who.addClassName("who");
        who.setTitle(access.member().email());
        NativeButton signOut = new NativeButton("Sign out", click -> authentication.logout());
        signOut.setId("sign-out");
        signOut.addClassName("plain");
        Anchor security = new Anchor(StepUp.SECURITY_PAGE, "Your security");
        security.setId("your-security");
        security.addClassName("foot-link");
        Div foot = new Div(who, security, signOut);
        foot.addClassName("frame-foot");
        return foot;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        if (view != null) {
            view.getElement().removeFromParent();
        }
    }
}
