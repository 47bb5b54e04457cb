package com.tillhouse.admin.approval;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.approval.usecase.ChangeFourEyes;
import com.tillhouse.core.review.ReviewChangedException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.Role;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What members proposed and others approve, and whether the business wants that at all. */
@Route(value = "t/:slug/approvals", layout = TenantLayout.class)
@PermitAll
class ApprovalsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN_FOR_MILLIS = 5_000;

    private final transient ApprovalDesk desk;
    private final transient InstantSource clock;
    private String business = "";

    ApprovalsView(ApprovalDesk desk, InstantSource clock) {
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
                "What one member proposes is done when another one approves it: exactly as proposed, once, and within three days. Nobody approves their own.");
        lead.addClassName("muted");
        add(new H1("Waiting for approval"), lead, rule(slug, membership));
        List<Proposal> proposals = desk.newest(slug);
        Instant now = clock.instant();
        List<Proposal> waiting =
                proposals.stream().filter(each -> each.waitsAt(now)).toList();
        List<Proposal> decided =
                proposals.stream().filter(each -> !each.waitsAt(now)).toList();
        if (waiting.isEmpty()) {
            add(new Notice("Nothing waits", "What needs a second member shows up here."));
        } else {
            add(list("waiting-proposals", slug, membership, waiting));
        }
        if (!decided.isEmpty()) {
            H2 before = new H2("Before");
            before.addClassName("list-title");
            add(before, list("decided-proposals", slug, membership, decided));
        }
    }

    private Section rule(String slug, Membership membership) {
        boolean on = desk.fourEyes(slug);
        Paragraph said = new Paragraph(
                on
                        ? "Four eyes are on: checkout rules, settling payments and refunds, and who may decide need two members."
                        : "Four eyes are off: each member does alone what its role allows.");
        said.setId("four-eyes");
        Section card = new Section(said);
        card.addClassNames("card", "proof-card");
        if (membership.role() == Role.OWNER) {
            Button change = new Button(
                    on ? "Propose to turn off…" : "Turn on",
                    click -> desk.whenProved(() -> change(slug, membership, on)));
            change.setId("change-four-eyes");
            card.add(change);
        }
        return card;
    }

    private void change(String slug, Membership membership, boolean on) {
        if (on) {
            desk.ask(slug, "Turn four eyes off", ChangeFourEyes.off(membership.tenant()));
        } else {
            desk.turnOn(slug);
            show(slug);
        }
    }

    private Div list(String id, String slug, Membership membership, List<Proposal> proposals) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        Instant now = clock.instant();
        for (Proposal proposal : proposals) {
            Button[] acts = proposal.waitsAt(now) ? acts(slug, membership, proposal) : new Button[0];
            rows.add(new ListItem(new ProposalRow(proposal, now, acts)));
        }
        Div table = new Div(rows);
        table.addClassName("table");
        table.setId(id);
        return table;
    }

    private Button[] acts(String slug, Membership membership, Proposal proposal) {
        String id = proposal.id();
        if (proposal.proposedBy().equals(desk.me())) {
            Button back = new Button("Take back", click -> answer(slug, () -> desk.withdraw(slug, id)));
            back.setId("withdraw-" + id);
            return new Button[] {back};
        }
        if (membership.visit() != null || !proposal.draft().act().decidedBy(membership.role(), true)) {
            return new Button[0];
        }
        Button approve = new Button("Approve", click -> desk.whenProved(() -> answer(slug, () -> approve(slug, id))));
        approve.setId("approve-" + id);
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button refuse = new Button(
                "Refuse…", click -> new RefuseDialog(why -> answer(slug, () -> desk.refuse(slug, id, why))).open());
        refuse.setId("refuse-" + id);
        return new Button[] {approve, refuse};
    }

    private void approve(String slug, String id) {
        boolean done = desk.approve(slug, id) == ProposalStatus.EXECUTED;
        say(
                done
                        ? "Approved and done."
                        : "Not done: what this is about has changed since it was proposed. Propose it anew if it is still wanted.");
    }

    private void answer(String slug, Runnable act) {
        try {
            act.run();
        } catch (ProposalOverException | NotPermittedException | ReviewChangedException e) {
            say(e.detail());
        }
        show(slug);
    }

    private static void say(String text) {
        Notification.show(text, SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
    }

    @Override
    public String getPageTitle() {
        return "Waiting for approval · " + business + " · Tillhouse";
    }
}
