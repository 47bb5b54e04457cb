package com.tillhouse.admin.approval;

import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.approval.domain.Proposal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** One proposal: what exactly, who, why, and what became of it. */
final class ProposalRow extends Div {

    ProposalRow(Proposal proposal, Instant now, Button... acts) {
        addClassName("access-row");
        getElement().setAttribute("data-testid", "proposal");
        Span title = new Span(ProposalWords.title(proposal.draft().act()));
        title.addClassName("row-name");
        Paragraph why = new Paragraph("“" + proposal.reason() + "”");
        why.addClassName("decision-note");
        Div told = new Div(title, why, said(proposal, now), exactly(proposal));
        told.addClassName("access-told");
        Span badge = new Span(ProposalWords.status(proposal, now));
        badge.addClassNames("badge", "badge-" + ProposalWords.tone(proposal, now));
        Div side = new Div(badge);
        side.addClassName("access-side");
        side.add(acts);
        add(told, side);
    }

    private static Div said(Proposal proposal, Instant now) {
        Div said = new Div(
                new Span("proposed by " + proposal.proposerName()),
                new Moment(proposal.proposedAt(), now, Viewer.zone()));
        said.addClassNames("access-facts", "muted");
        Instant decided = proposal.decidedAt();
        if (decided != null) {
            said.add(new Span("· decided by " + proposal.decidedBy()), new Moment(decided, now, Viewer.zone()));
        } else if (proposal.waitsAt(now)) {
            said.add(new Span("· good until"), new Moment(proposal.expiresAt(), now, Viewer.zone()));
        }
        if (proposal.note() != null) {
            said.add(new Span("· “" + proposal.note() + "”"));
        }
        return said;
    }

    /** All that will be done, so that whoever approves sees what they approve. */
    private static Facts exactly(Proposal proposal) {
        Facts facts = new Facts();
        if (!proposal.draft().objectId().equals(proposal.tenant().toString())) {
            facts.code("Object", proposal.draft().objectId());
        }
        proposal.draft()
                .parameters()
                .forEach((name, value) -> facts.text(ProposalWords.name(name), ProposalWords.value(value)));
        return facts;
    }
}
