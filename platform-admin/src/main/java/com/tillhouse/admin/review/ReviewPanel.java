package com.tillhouse.admin.review;

import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.tenant.Role;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** Why a person must look at a payment or refund, since when, and the way to a decision for those who may. */
public final class ReviewPanel extends Div {

    public ReviewPanel(ReviewDesk desk, Matter matter, ReviewResource review, Instant now) {
        addClassNames("alarm", "review-panel");
        getElement().setAttribute("role", "note").setAttribute("data-testid", "review-" + matter.id());
        Paragraph why = new Paragraph(review.explanation());
        why.addClassName("review-why");
        Span since = new Span(new Span("Needs review since "), new Moment(review.since(), now, Viewer.zone()));
        since.addClassName("review-since");
        Div text = new Div(why, since);
        text.addClassName("review-text");
        add(text);
        Role role = desk.role(matter.slug());
        if (role.decidesOnMoney()) {
            Button decide = new Button("Decide…", click -> new DecisionDialog(desk, matter, review).open());
            decide.setId("decide-" + matter.id());
            add(decide);
        } else {
            Paragraph not =
                    new Paragraph("Owners and finance members decide this. You are here as " + RoleWord.of(role) + ".");
            not.addClassName("review-not");
            add(not);
        }
    }
}
