package com.tillhouse.admin.operator;

import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.AccessStatus;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Objects;

/** One access as the tenant reads it: who, how far it is, when, why, and what an owner can do about it. */
final class AccessRow extends Div {

    AccessRow(AccessGrant grant, Instant now, boolean owner, Runnable consent, Runnable end) {
        addClassName("access-row");
        getElement().setAttribute("data-testid", "access");
        Span who = new Span(grant.operatorName());
        who.addClassName("row-name");
        Paragraph why = new Paragraph("“" + grant.reason() + "”");
        why.addClassName("decision-note");
        Div told = new Div(who, why, facts(grant, now));
        told.addClassName("access-told");
        AccessStatus status = grant.statusAt(now);
        Span badge = new Span(word(status));
        badge.addClassNames("badge", "badge-" + tone(status));
        Div side = new Div(badge);
        side.addClassName("access-side");
        if (grant.breakGlass()) {
            Span loud = new Span("Without consent");
            loud.addClassNames("badge", "badge-bad");
            side.add(loud);
        }
        if (owner && status == AccessStatus.WAITING) {
            side.add(button("let-in-" + grant.id(), "Let in", consent, true));
            side.add(button("refuse-" + grant.id(), "Refuse", end, false));
        }
        if (owner && status == AccessStatus.OPEN) {
            side.add(button("end-" + grant.id(), "End now", end, true));
        }
        add(told, side);
    }

    private static Button button(String id, String text, Runnable act, boolean first) {
        Button button = new Button(text, click -> act.run());
        button.setId(id);
        if (first) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private static Div facts(AccessGrant grant, Instant now) {
        Instant starts = grant.startsAt();
        Instant ends = grant.endsAt();
        Div facts =
                new Div(new Span(grant.scope() == AccessScope.READ ? "Looks only" : "May change checkout settings"));
        facts.addClassNames("access-facts", "muted");
        if (starts == null || ends == null) {
            facts.add(new Span("asked"), moment(grant.requestedAt(), now));
            facts.add(new Span("for " + grant.length().toMinutes() + " minutes"));
        } else {
            Instant over = Objects.requireNonNullElse(grant.endedAt(), ends);
            facts.add(new Span("from"), moment(starts, now), new Span("until"), moment(over, now));
        }
        if (grant.consentedBy() != null) {
            facts.add(new Span("let in by " + grant.consentedBy()));
        }
        if (grant.endedBy() != null) {
            facts.add(new Span((starts == null ? "refused or taken back by " : "ended by ") + grant.endedBy()));
        }
        return facts;
    }

    private static Moment moment(Instant at, Instant now) {
        return new Moment(at, now, Viewer.zone());
    }

    private static String word(AccessStatus status) {
        return switch (status) {
            case WAITING -> "Waits for you";
            case OPEN -> "Open now";
            case ENDED -> "Ended";
            case NEVER_STARTED -> "Never started";
        };
    }

    private static String tone(AccessStatus status) {
        return switch (status) {
            case WAITING, OPEN -> "waiting";
            case ENDED, NEVER_STARTED -> "quiet";
        };
    }
}
