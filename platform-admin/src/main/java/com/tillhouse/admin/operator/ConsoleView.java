package com.tillhouse.admin.operator;

import com.tillhouse.admin.look.Mark;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.operator.domain.OwnAccess;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.usecase.AccessOverException;
import com.tillhouse.core.shared.TenantId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All businesses by name and standing, and the way into one: by an access, for a reason. */
@Route(value = "operate", autoLayout = false)
@PageTitle("Operator console · Tillhouse")
@PermitAll
class ConsoleView extends Main implements BeforeEnterObserver {
    private final transient OperatorDesk desk;
    private final transient AuthenticationContext authentication;
    private final transient InstantSource clock;

    ConsoleView(OperatorDesk desk, AuthenticationContext authentication, InstantSource clock) {
        this.desk = desk;
        this.authentication = authentication;
        this.clock = clock;
        addClassNames("page", "console-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        desk.onDuty();
        if (!desk.leadsToEnrolment(event)) {
            show();
        }
    }

    private void show() {
        removeAll();
        Paragraph lead = new Paragraph(
                "You see names and standing only. To look into a business, open an access: it says why, ends by itself, and the business reads everything about it.");
        lead.addClassName("muted");
        add(head(), new H1("Businesses"), lead);
        Map<TenantId, OwnAccess> mine = desk.accesses().stream()
                .collect(Collectors.toMap(OwnAccess::tenant, Function.identity(), ConsoleView::rather));
        List<TenantEntry> tenants = desk.tenants();
        if (tenants.isEmpty()) {
            add(new Notice("No business yet", "As soon as one is registered, it shows up here."));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        tenants.forEach(tenant -> rows.add(new ListItem(row(tenant, mine.get(tenant.id())))));
        Div table = new Div(rows);
        table.addClassName("table");
        add(table);
    }

    /** One that is open counts more than one that waits. */
    private static OwnAccess rather(OwnAccess one, OwnAccess other) {
        return one.endsAt() != null ? one : other;
    }

    private Component head() {
        Span who = new Span(desk.email());
        who.addClassName("who");
        NativeButton signOut = new NativeButton("Sign out", click -> authentication.logout());
        signOut.setId("sign-out");
        signOut.addClassName("plain");
        Div head = new Div(new Mark(), who, signOut);
        head.addClassName("console-head");
        return head;
    }

    private Component row(TenantEntry tenant, @Nullable OwnAccess own) {
        Span name = new Span(tenant.name());
        name.addClassName("row-name");
        Span slug = new Span(tenant.slug());
        slug.addClassName("row-under");
        Div names = new Div(name, slug);
        names.addClassNames("cell", "cell-name");
        Div row = new Div(names, standing(tenant, own), buttons(tenant, own));
        row.addClassName("console-row");
        row.getElement().setAttribute("data-testid", "tenant-" + tenant.slug());
        return row;
    }

    private Component standing(TenantEntry tenant, @Nullable OwnAccess own) {
        Instant now = clock.instant();
        Instant suspended = tenant.suspendedAt();
        Div standing = new Div();
        standing.addClassName("console-standing");
        standing.add(badge(suspended == null ? "Active" : "Suspended", suspended == null ? "good" : "bad"));
        if (own != null) {
            Instant ends = own.endsAt();
            standing.add(badge(ends == null ? "Waits for consent" : "You have access", "waiting"));
            if (ends != null) {
                standing.add(new Moment(ends, now, Viewer.zone()));
            }
        }
        return standing;
    }

    private static Span badge(String text, String tone) {
        Span badge = new Span(text);
        badge.addClassNames("badge", "badge-" + tone);
        return badge;
    }

    private Component buttons(TenantEntry tenant, @Nullable OwnAccess own) {
        Div buttons = new Div();
        buttons.addClassName("console-acts");
        if (own == null) {
            buttons.add(button("look-" + tenant.slug(), "Look in…", () -> new AccessDialog(desk, tenant, this::show)));
        } else {
            if (own.endsAt() != null) {
                Anchor enter = new Anchor("t/" + tenant.slug() + "/payments", "Enter");
                enter.setId("enter-" + tenant.slug());
                enter.addClassName("primary");
                buttons.add(enter);
            }
            Button leave = new Button(own.endsAt() == null ? "Take back" : "Leave", click -> leave(own));
            leave.setId("leave-" + tenant.slug());
            buttons.add(leave);
        }
        boolean active = tenant.suspendedAt() == null;
        Button standing = button(
                "standing-" + tenant.slug(),
                active ? "Suspend…" : "Resume…",
                () -> new StandingDialog(desk, tenant, this::show));
        standing.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        buttons.add(standing);
        return buttons;
    }

    private Button button(String id, String text, Supplier<Dialog> dialog) {
        Button button =
                new Button(text, click -> desk.whenProved(() -> dialog.get().open()));
        button.setId(id);
        return button;
    }

    private void leave(OwnAccess own) {
        try {
            desk.leave(own.tenant(), own.id());
        } catch (AccessOverException e) {
            Notification.show(e.detail());
        }
        show();
    }
}
