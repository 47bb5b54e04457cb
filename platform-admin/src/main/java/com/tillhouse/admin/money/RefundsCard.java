package com.tillhouse.admin.money;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.StatusBadge;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.admin.review.DecisionsCard;
import com.tillhouse.admin.review.Matter;
import com.tillhouse.admin.review.ReviewDesk;
import com.tillhouse.admin.review.ReviewPanel;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.review.FindReviews.Decided;
import com.tillhouse.core.review.ReviewResource;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What was given back of one payment, newest first. */
final class RefundsCard extends Section {
    private final transient ReviewDesk desk;
    private final transient Instant now;

    RefundsCard(String slug, List<RefundResource> refunds, ReviewDesk desk, Instant now) {
        this.desk = desk;
        this.now = now;
        addClassNames("card", "card-wide");
        UnorderedList list = new UnorderedList();
        list.addClassName("refunds");
        list.setId("refunds");
        refunds.forEach(refund -> list.add(item(slug, refund)));
        add(new H2("Refunds"), list);
    }

    private ListItem item(String slug, RefundResource refund) {
        StatusWord word = StatusWord.of(RefundStatus.valueOf(refund.status().toUpperCase(Locale.ROOT)));
        Span amount = new Span(AmountText.of(refund.amount()));
        amount.addClassName("row-name");
        Div badges = new Div(new StatusBadge(word));
        badges.addClassName("badges");
        Div head = new Div(amount, badges, new Moment(refund.createdAt(), now, Viewer.zone()));
        head.addClassName("refund-head");
        ListItem item = new ListItem(head);
        item.getElement().setAttribute("data-testid", "refund").setAttribute("data-id", refund.id());
        ReviewResource review = refund.review();
        if (review != null) {
            item.add(new ReviewPanel(desk, Matter.of(slug, refund), review, now));
        }
        item.add(facts(refund, word));
        List<Decided> decided = desk.decisions(slug, refund.id());
        if (!decided.isEmpty()) {
            item.add(DecisionsCard.ofRefund(decided, now));
        }
        return item;
    }

    private static Facts facts(RefundResource refund, StatusWord word) {
        return new Facts()
                .text("What it means", refund.failureReason() == null ? word.meaning() : refund.failureReason())
                .text("Reason", refund.reason())
                .text("Made", refund.external() ? "Elsewhere, for example in Antom’s dashboard" : null)
                .code("Antom’s code", refund.provider().resultCode())
                .text("Antom’s message", refund.provider().message())
                .code("Refund id", refund.id());
    }
}
