package com.tillhouse.admin.operator;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.usecase.AccessOverException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.Role;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;

/** Who of Tillhouse has, had or wants access to this business, when and why; owners let in and end. */
@Route(value = "t/:slug/operators", layout = TenantLayout.class)
@PermitAll
class OperatorAccessView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient TenantSideDesk desk;
    private final transient InstantSource clock;
    private String business = "";

    OperatorAccessView(TenantSideDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        addClassNames("page", "settings-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new));
    }

    private void show(String slug) {
        Membership membership = desk.business(slug);
        business = membership.name();
        removeAll();
        Paragraph lead = new Paragraph(
                "People of Tillhouse see nothing of your business by themselves. When one has to look in, it stands here: who, why, and until when. "
                        + "They never move money, touch keys or change your team. Each page they open is in your audit trail.");
        lead.addClassName("muted");
        boolean owner = membership.role() == Role.OWNER;
        add(new H1("Operator access"), lead, rule(slug, owner));
        List<AccessGrant> accesses = desk.newest(slug);
        if (accesses.isEmpty()) {
            add(new Notice("Nobody has looked in", "As soon as somebody of Tillhouse asks to, it stands here."));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        accesses.forEach(grant -> list.add(new ListItem(new AccessRow(
                grant,
                clock.instant(),
                owner,
                () -> desk.whenProved(() -> answer(slug, () -> desk.consent(slug, grant.id()))),
                () -> answer(slug, () -> desk.end(slug, grant.id()))))));
        Div table = new Div(list);
        table.addClassName("table");
        table.setId("accesses");
        add(table);
    }

    private Component rule(String slug, boolean owner) {
        Checkbox ask = new Checkbox("Ask us first");
        ask.setId("ask-first");
        ask.setHelperText(
                "An access starts only when an owner agrees. In an emergency Tillhouse can start without; then it stands above every page in red.");
        ask.setValue(desk.asksFirst(slug));
        ask.setReadOnly(!owner);
        ask.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                boolean wanted = change.getValue();
                ask.setValue(!wanted);
                desk.whenProved(() -> {
                    desk.askFirst(slug, wanted);
                    ask.setValue(wanted);
                    Notification.show("Saved");
                });
            }
        });
        Section card = new Section(ask);
        card.addClassNames("card", "choice-card");
        return card;
    }

    private void answer(String slug, Runnable act) {
        try {
            act.run();
        } catch (AccessOverException e) {
            Notification.show(e.detail());
        }
        show(slug);
    }

    @Override
    public String getPageTitle() {
        return "Operator access · " + business + " · Tillhouse";
    }
}
