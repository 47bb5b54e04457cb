package com.tillhouse.admin.review;

import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.review.FindReviews.Decided;
import com.tillhouse.core.review.ReviewDecision;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;

/** What persons decided about a payment: who, when, what, and why. */
public final class DecisionsCard extends Section {

    public DecisionsCard(List<Decided> decisions, Instant now) {
        addClassNames("card", "card-wide");
        setId("decisions");
        add(new H2("Decided by people"), list(decisions, Matter.Kind.PAYMENT, now));
    }

    /** The same of one refund, to stand below it. */
    public static UnorderedList ofRefund(List<Decided> decisions, Instant now) {
        return list(decisions, Matter.Kind.REFUND, now);
    }

    private static UnorderedList list(List<Decided> decisions, Matter.Kind kind, Instant now) {
        UnorderedList list = new UnorderedList();
        list.addClassName("decisions");
        decisions.forEach(one -> list.add(item(one, kind, now)));
        return list;
    }

    private static ListItem item(Decided one, Matter.Kind kind, Instant now) {
        ReviewDecision decision = one.decision();
        Span what = new Span(option(decision, kind).done());
        what.addClassName("row-name");
        Span who = new Span(one.by());
        who.addClassName("decision-who");
        Div head = new Div(what, who, new Moment(decision.decidedAt(), now, Viewer.zone()));
        head.addClassName("decision-head");
        Paragraph note = new Paragraph(decision.note());
        note.addClassName("decision-note");
        Span reason = new Span(decision.reason());
        reason.addClassNames("code", "muted");
        return new ListItem(head, note, reason);
    }

    private static Option option(ReviewDecision decision, Matter.Kind kind) {
        String end = decision.settledAs();
        return switch (decision.choice()) {
            case ASK_AGAIN -> Option.ASK_AGAIN;
            case LEAVE -> Option.LEAVE;
            case SETTLE ->
                kind == Matter.Kind.PAYMENT
                        ? Option.of(PaymentStatus.valueOf(String.valueOf(end)))
                        : Option.of(RefundStatus.valueOf(String.valueOf(end)));
        };
    }
}
