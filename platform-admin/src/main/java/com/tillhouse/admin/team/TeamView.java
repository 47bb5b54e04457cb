package com.tillhouse.admin.team;

import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.Team;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.Role;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Who is in a tenant's team, and who was asked to join. Owners change it, the others look. */
@Route(value = "t/:slug/team", layout = TenantLayout.class)
@PermitAll
class TeamView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient TeamDesk desk;
    private final transient TeamRow rows;
    private final transient StepUp stepUp;
    private String slug = "";
    private String business = "";

    TeamView(TeamDesk desk, StepUp stepUp, InstantSource clock) {
        this.desk = desk;
        this.stepUp = stepUp;
        this.rows = new TeamRow(clock);
        addClassNames("page", "team-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        Membership membership = desk.business(slug);
        business = membership.name();
        boolean owner = membership.role().managesTeam();
        Team team = desk.team(slug);
        removeAll();
        add(head(membership, owner), members(team, owner));
        if (owner && !team.invitations().isEmpty()) {
            add(
                    title("Invited"),
                    table("invitations", team.invitations().stream().map(this::invited)));
        }
    }

    private Component head(Membership membership, boolean owner) {
        Div line = new Div(new H1("Team"));
        line.addClassName("head-line");
        Paragraph lead = new Paragraph(
                owner
                        ? "Each member has one role in " + membership.name()
                                + ". A change counts from the next click on."
                        : "Owners change the team. You are here as " + RoleWord.of(membership.role()) + ".");
        lead.addClassName("muted");
        lead.setId(owner ? "lead" : "may-not");
        Div head = new Div(line, lead);
        head.addClassName("head");
        if (owner) {
            Button invite = new Button("Invite somebody", click -> stepUp.then(this::openInvite));
            invite.setId("invite");
            invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            line.add(invite);
        }
        return head;
    }

    private Component members(Team team, boolean owner) {
        return table(
                "members",
                team.members().stream()
                        .map(member -> owner
                                ? rows.member(
                                        member, member.person().equals(desk.me()), changeRole(member), remove(member))
                                : rows.member(member)));
    }

    private Component invited(Invitation invitation) {
        Button again = TeamRow.small("Send again", click -> stepUp.then(() -> confirmAgain(invitation)));
        Button back = TeamRow.small("Take back", click -> stepUp.then(() -> confirmRevoke(invitation)));
        return rows.invitation(invitation, again, back);
    }

    private static Component title(String text) {
        H2 title = new H2(text);
        title.addClassName("table-title");
        return title;
    }

    private static Component table(String id, Stream<Component> rows) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        list.setId(id);
        rows.forEach(row -> list.add(new ListItem(row)));
        Div table = new Div(list);
        table.addClassName("table");
        return table;
    }

    private void openInvite() {
        EmailField email = new EmailField("E-mail");
        email.setId("invite-email");
        email.setWidthFull();
        email.focus();
        RadioButtonGroup<Role> role = RoleMeaning.choice(Role.VIEWER);
        new TeamDialog(
                        "Invite somebody",
                        "We send a link that works once, within seven days. One that was sent before stops working.",
                        email,
                        role)
                .doing(
                        "Send the invitation",
                        ButtonVariant.LUMO_PRIMARY,
                        "Invitation sent",
                        () -> desk.invite(slug, new EmailAddress(email.getValue()), role.getValue()))
                .open();
    }

    private void confirmAgain(Invitation invitation) {
        new TeamDialog(
                        "Send it again?",
                        invitation.email() + " gets a new link, good for seven days. The old one stops working.")
                .doing(
                        "Send again",
                        ButtonVariant.LUMO_PRIMARY,
                        "Invitation sent",
                        () -> desk.invite(slug, invitation.email(), invitation.role()))
                .open();
    }

    private void confirmRevoke(Invitation invitation) {
        new TeamDialog("Take the invitation back?", "The link that " + invitation.email() + " has stops working.")
                .doing(
                        "Take it back",
                        ButtonVariant.LUMO_ERROR,
                        "Invitation taken back",
                        () -> desk.revoke(slug, invitation.id()))
                .open();
    }

    private Button changeRole(TeamMember member) {
        return TeamRow.small("Change role", click -> stepUp.then(() -> openChangeRole(member)));
    }

    private void openChangeRole(TeamMember member) {
        RadioButtonGroup<Role> role = RoleMeaning.choice(member.role());
        boolean two = desk.fourEyes(slug);
        TextArea why = new TextArea("Why");
        why.setId("role-why");
        why.setVisible(two);
        why.setWidthFull();
        String lead = two
                ? "It counts from the next click on. To make somebody an owner, a developer or finance needs a second member, who reads why."
                : "It counts from the next click on.";
        new TeamDialog("Change the role of " + member.called(), lead, role, why)
                .doing(
                        "Change role",
                        ButtonVariant.LUMO_PRIMARY,
                        two ? "Done, or proposed where it needs a second member" : "Role changed",
                        () -> desk.changeRole(
                                slug,
                                member,
                                role.getValue(),
                                why.getValue().strip().replaceAll("\\s+", " ")))
                .open();
    }

    private Button remove(TeamMember member) {
        return TeamRow.small("Remove", click -> stepUp.then(() -> confirmRemove(member)));
    }

    private void confirmRemove(TeamMember member) {
        new TeamDialog(
                        "Remove " + member.called() + "?",
                        member.email() + " sees and does nothing in " + business
                                + " any more, at once. What it did stays in the audit trail.")
                .doing("Remove", ButtonVariant.LUMO_ERROR, "Removed", () -> desk.remove(slug, member.person()))
                .open();
    }

    @Override
    public String getPageTitle() {
        return "Team · " + business + " · Tillhouse";
    }
}
