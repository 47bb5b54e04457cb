package com.tillhouse.admin.account;

import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.signin.domain.SignIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;

/** Where a person is signed in, and how it ends that elsewhere. */
@Route(value = "your-sign-in", autoLayout = false)
@PageTitle("Your sign-ins · Tillhouse")
@PermitAll
class YourSignInView extends Main implements BeforeEnterObserver {
    private static final int SHOWN_FOR_MILLIS = 4_000;

    private final transient AccountDesk desk;
    private final transient InstantSource clock;
    private final UnorderedList list = new UnorderedList();
    private final Button others = new Button("Sign out everywhere else", click -> endOthers());

    YourSignInView(AccountDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        addClassNames("page", "account-page");
        list.addClassName("rows");
        list.setId("sign-ins");
        others.setId("end-others");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Anchor back = new Anchor("", "← Your businesses");
        back.addClassName("back");
        Paragraph who = new Paragraph(desk.email());
        who.addClassName("kicker");
        Paragraph lead = new Paragraph(
                "A sign-in ends by itself after a quarter of an hour without a click, and after eight hours in any case. One that you end here is out within seconds.");
        lead.addClassName("muted");
        Div table = new Div(list);
        table.addClassName("table");
        Div foot = new Div(others);
        foot.addClassName("settings-end");
        add(back, who, new H1("Your sign-ins"), lead, table, foot, new PasswordCard(desk));
        fill();
    }

    /** An open page leaves by itself when its sign-in was ended elsewhere. */
    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://js/signed-in.js");
    }

    private void fill() {
        String here = desk.here();
        List<SignIn> found = desk.signIns();
        list.removeAll();
        found.forEach(one -> list.add(new ListItem(row(one, one.id().equals(here)))));
        others.setVisible(found.stream().anyMatch(one -> !one.id().equals(here)));
    }

    private Component row(SignIn one, boolean here) {
        Span device = new Span(DeviceWord.of(one.agent()));
        device.addClassName("row-name");
        Span address = new Span(one.address());
        address.addClassName("row-under");
        Div what = new Div(device, address);
        what.addClassName("cell-name");
        Div started = moment("Signed in", new Moment(one.startedAt(), clock.instant(), Viewer.zone()));
        Div seen = moment("Last seen", new Moment(one.lastSeenAt(), clock.instant(), Viewer.zone()));
        Div row = new Div(what, started, seen, here ? thisOne() : endButton(one));
        row.addClassNames("row", "sign-in-row");
        row.getElement().setAttribute("data-testid", here ? "sign-in-here" : "sign-in-elsewhere");
        return row;
    }

    private static Div moment(String label, Moment moment) {
        Span name = new Span(label);
        name.addClassName("row-under");
        Div cell = new Div(name, moment);
        cell.addClassName("cell-name");
        return cell;
    }

    private static Component thisOne() {
        Span here = new Span("This browser");
        here.addClassNames("badge", "badge-good");
        return here;
    }

    private Component endButton(SignIn one) {
        Button out = new Button("Sign out", click -> endOne(one));
        out.addThemeVariants(ButtonVariant.LUMO_SMALL);
        out.setAriaLabel("Sign out " + DeviceWord.of(one.agent()) + ", " + one.address());
        return out;
    }

    private void endOne(SignIn one) {
        try {
            desk.end(one.id());
            told("Signed out there");
        } catch (NotFoundException e) {
            told("That sign-in was over already");
        }
    }

    private void endOthers() {
        int ended = desk.endOthers();
        told(ended == 1 ? "Signed out in one other place" : "Signed out in " + ended + " other places");
    }

    private void told(String what) {
        fill();
        Notification.show(what, SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
    }
}
