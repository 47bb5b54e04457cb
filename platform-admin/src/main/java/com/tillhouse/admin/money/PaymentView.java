package com.tillhouse.admin.money;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.admin.review.DecisionsCard;
import com.tillhouse.admin.review.Matter;
import com.tillhouse.admin.review.ReviewDesk;
import com.tillhouse.admin.review.ReviewPanel;
import com.tillhouse.admin.trail.TimeLine;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.review.FindReviews.Decided;
import com.tillhouse.core.shared.Mode;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One payment: its amounts, its times, what Antom said, what was given back, what people decided, and everything that happened to it. */
@Route(value = "t/:slug/payments/:id", layout = TenantLayout.class)
@PermitAll
class PaymentView extends DetailPage {
    private final transient CheckoutDesk desk;
    private final transient ReviewDesk reviews;
    private final transient InstantSource clock;

    PaymentView(CheckoutDesk desk, ReviewDesk reviews, InstantSource clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    void fill(String slug, Mode mode, String id) {
        CheckoutDesk.PaymentLine line = desk.payment(slug, mode, id);
        PaymentResource payment = line.payment();
        back("t/" + slug + "/payments?" + ListQuery.ofMode(payment.livemode()).getQueryString(), "Payments");
        head(
                AmountText.of(payment.amount()),
                StatusWord.of(PaymentRow.status(payment)).meaning(),
                PaymentRow.badges(payment));
        if (payment.review() != null) {
            add(new ReviewPanel(reviews, Matter.of(slug, payment), payment.review(), clock.instant()));
        }
        if (payment.surplus()) {
            alarm("The buyer paid this order more than once. This is the payment too many; refund it.");
        }
        Div cards = new Div(about(slug, line), amounts(payment), antom(payment));
        addRefundsAndDecisions(slug, payment, cards);
        cards.add(new TimeLine(desk.trail(slug, mode, id), Viewer.zone()));
        cards.addClassName("cards");
        add(cards);
    }

    private void addRefundsAndDecisions(String slug, PaymentResource payment, Div cards) {
        List<RefundResource> refunds =
                reviews.refundsOf(slug, payment.livemode() ? Mode.LIVE : Mode.TEST, payment.id());
        if (!refunds.isEmpty()) {
            cards.add(new RefundsCard(slug, refunds, reviews, clock.instant()));
        }
        List<Decided> decided = reviews.decisions(slug, payment.id());
        if (!decided.isEmpty()) {
            cards.add(new DecisionsCard(decided, clock.instant()));
        }
    }

    private Facts about(String slug, CheckoutDesk.PaymentLine line) {
        PaymentResource payment = line.payment();
        Anchor order = new Anchor(
                SessionsView.href(slug, payment.livemode(), payment.checkoutSession()), line.orderReference());
        order.setId("to-session");
        return new Facts("Payment")
                .put("Order", order)
                .code("Payment id", payment.id())
                .put("Started", moment(payment.createdAt()))
                .put("Paid", moment(payment.paidAt()))
                .put("Page closes", untilPaid(payment))
                .put("Authorised until", moment(payment.authorizedUntil()))
                .put("Antom is asked again", moment(payment.nextCheckAt()));
    }

    private @Nullable Moment untilPaid(PaymentResource payment) {
        boolean waiting =
                payment.paidAt() == null && !payment.amountAuthorized().positive();
        return waiting ? moment(payment.expiresAt()) : null;
    }

    private static Facts amounts(PaymentResource payment) {
        boolean manual = payment.captureMode().equals("manual");
        return new Facts("Amounts")
                .text("Amount", AmountText.of(payment.amount()))
                .text("Authorised", manual ? AmountText.of(payment.amountAuthorized()) : null)
                .text("Still to capture", manual ? AmountText.of(payment.amountCapturable()) : null)
                .text("Captured", AmountText.of(payment.amountCaptured()))
                .text("Refunded", AmountText.of(payment.amountRefunded()))
                .text("Still refundable", AmountText.of(payment.amountRefundable()));
    }

    private static Facts antom(PaymentResource payment) {
        Facts facts = new Facts("At Antom")
                .text("Method", payment.paymentMethodType() == null ? null : MethodWord.of(payment.paymentMethodType()))
                .code("Antom’s payment id", payment.provider().paymentId())
                .code("Result", payment.provider().resultCode())
                .text("Message", payment.provider().message());
        return facts.empty() ? facts.text("Answer", "Antom has not said anything yet.") : facts;
    }

    private @Nullable Moment moment(@Nullable Instant at) {
        ZoneId zone = Viewer.zone();
        return at == null ? null : new Moment(at, clock.instant(), zone);
    }

    @Override
    String businessName(String slug) {
        return desk.business(slug).name();
    }
}
