package com.tillhouse.admin.money;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.StatusBadge;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A payment as one line.
 *
 * @param name what tells it from its neighbours: the order in a list, the attempt within an order
 */
record PaymentRow(String slug, String name, PaymentResource payment, Instant now, ZoneId zone) {

    Row row() {
        return new Row(href(slug, payment.livemode(), payment.id()), payment.id())
                .name(name, payment.id())
                .cell("method", new Span(method(payment)))
                .cell("status", badges(payment))
                .cell("amount", new Span(AmountText.of(payment.amount())))
                .cell("time", new Moment(payment.createdAt(), now, zone));
    }

    static String href(String slug, boolean live, String id) {
        return "t/" + slug + "/payments/" + id + "?" + ListQuery.ofMode(live).getQueryString();
    }

    static PaymentStatus status(PaymentResource payment) {
        return PaymentStatus.valueOf(payment.status().toUpperCase(Locale.ROOT));
    }

    /** The status, and what else a merchant must not miss. */
    static Div badges(PaymentResource payment) {
        Div badges = new Div(new StatusBadge(StatusWord.of(status(payment))));
        badges.addClassName("badges");
        if (payment.surplus()) {
            badges.add(alarm("Paid twice"));
        }
        if (payment.reviewReason() != null) {
            badges.add(alarm("Needs review"));
        }
        return badges;
    }

    private static Span alarm(String text) {
        Span alarm = new Span(text);
        alarm.addClassNames("badge", "badge-alarm");
        return alarm;
    }

    private static String method(PaymentResource payment) {
        return payment.paymentMethodType() == null ? "" : MethodWord.of(payment.paymentMethodType());
    }
}
