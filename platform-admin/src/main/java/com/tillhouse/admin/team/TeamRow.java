package com.tillhouse.admin.team;

import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.mail.domain.MailStatus;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.TeamMember;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a line for a member or for an invitation. */
final class TeamRow {
    private final InstantSource clock;

    TeamRow(InstantSource clock) {
        this.clock = clock;
    }

    static Button small(String text, ComponentEventListener<ClickEvent<Button>> act) {
        Button button = new Button(text, act);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** As other members see it. */
    Component member(TeamMember member) {
        return row(who(member.called(), member.email().value()), role(RoleMeaning.title(member.role())), new Div());
    }

    /** As owners see it. */
    Component member(TeamMember member, boolean self, Button changeRole, Button remove) {
        Instant last = member.lastSignIn();
        Div when = last == null
                ? words("Never signed in")
                : labelled("Last sign-in", new Moment(last, clock.instant(), Viewer.zone()));
        String name = member.called();
        changeRole.setAriaLabel("Change the role of " + name);
        remove.setAriaLabel("Remove " + name);
        return row(
                who(self ? name + " (you)" : name, member.email().value()),
                role(RoleMeaning.title(member.role())),
                when,
                acts(changeRole, remove));
    }

    /** Somebody who has not answered yet. */
    Component invitation(Invitation invitation, Button again, Button back) {
        Instant now = clock.instant();
        again.setAriaLabel("Send the invitation to " + invitation.email() + " again");
        back.setAriaLabel("Take the invitation to " + invitation.email() + " back");
        Span badge = badge(invitation, now);
        Div state = new Div(badge);
        state.addClassName("cell-status");
        Div until = labelled(
                invitation.open(now) ? "Open until" : "Ran out",
                new Moment(invitation.expiresAt(), now, Viewer.zone()));
        Div what = new Div(who(invitation.email().value(), RoleMeaning.title(invitation.role())));
        what.addClassName("cell-name");
        return row(what, state, until, acts(again, back));
    }

    private static Span badge(Invitation invitation, Instant now) {
        boolean open = invitation.open(now);
        boolean failed = invitation.mail() == MailStatus.FAILED;
        String text = !open
                ? "Ran out"
                : switch (invitation.mail()) {
                    case WAITING -> "On its way";
                    case SENT -> "Sent";
                    case FAILED, DROPPED -> "Not delivered";
                };
        Span badge = new Span(text);
        badge.addClassNames("badge", !open ? "badge-quiet" : failed ? "badge-bad" : "badge-waiting");
        badge.getElement().setAttribute("data-testid", "mail-status");
        return badge;
    }

    private static Component row(Component... cells) {
        Div row = new Div(cells);
        row.addClassNames("row", "team-row");
        return row;
    }

    /** A member that never said what it is called goes by its address alone. */
    private static Div who(String name, String under) {
        Span first = new Span(name);
        first.addClassName("row-name");
        first.setTitle(name);
        Div cell = new Div(first);
        cell.addClassName("cell-name");
        if (!name.startsWith(under)) {
            Span second = new Span(under);
            second.addClassName("row-under");
            second.setTitle(under);
            cell.add(second);
        }
        return cell;
    }

    private static Div role(String title) {
        Div cell = new Div(new Span(title));
        cell.addClassName("team-role");
        return cell;
    }

    private static Div words(String words) {
        Span text = new Span(words);
        text.addClassName("row-under");
        Div cell = new Div(text);
        cell.addClassName("cell-name");
        return cell;
    }

    private static Div labelled(String label, Moment moment) {
        Span name = new Span(label);
        name.addClassName("row-under");
        Div cell = new Div(name, moment);
        cell.addClassName("cell-name");
        return cell;
    }

    private static Div acts(Button... buttons) {
        Div cell = new Div(buttons);
        cell.addClassName("team-acts");
        return cell;
    }
}
