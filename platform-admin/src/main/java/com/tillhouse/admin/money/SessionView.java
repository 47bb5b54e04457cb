package com.tillhouse.admin.money;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.StatusBadge;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.checkout.domain.order.Buyer;
import com.tillhouse.core.checkout.domain.order.PersonName;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.shared.Mode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One checkout session: the order, its goods and buyer, and the attempts to pay it. */
@Route(value = "t/:slug/sessions/:id", layout = TenantLayout.class)
@PermitAll
class SessionView extends DetailPage {
    private final transient CheckoutDesk desk;
    private final transient InstantSource clock;

    SessionView(CheckoutDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    void fill(String slug, Mode mode, String id) {
        CheckoutDesk.SessionSheet sheet = desk.session(slug, mode, id);
        CheckoutSessionResource session = sheet.session();
        StatusWord word = StatusWord.of(SessionsView.status(session));
        back("t/" + slug + "/sessions?" + ListQuery.ofMode(session.livemode()).getQueryString(), "Checkout sessions");
        head(session.orderReference(), AmountText.of(session.amount()) + " · " + word.meaning(), new StatusBadge(word));
        Div cards = new Div(payments(slug, session), order(session));
        if (!sheet.order().goods().isEmpty()) {
            cards.add(new GoodsCard(sheet.order().goods()));
        }
        Facts buyer = buyer(sheet.order().buyer());
        if (!buyer.empty()) {
            cards.add(buyer);
        }
        if (!session.metadata().isEmpty()) {
            Facts metadata = new Facts("Your own data");
            session.metadata().forEach(metadata::text);
            cards.add(metadata);
        }
        cards.addClassName("cards");
        add(cards);
    }

    private Component payments(String slug, CheckoutSessionResource session) {
        Section card = new Section(new H2("Payments"));
        card.addClassNames("card", "card-wide");
        if (session.payments().isEmpty()) {
            card.add(new Paragraph("Nobody has tried to pay yet."));
            return card;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        ZoneId zone = Viewer.zone();
        for (int attempt = session.payments().size(); attempt > 0; attempt--) {
            PaymentResource payment = session.payments().get(attempt - 1);
            rows.add(new PaymentRow(slug, "Attempt " + attempt, payment, clock.instant(), zone).row());
        }
        card.add(rows);
        return card;
    }

    private Facts order(CheckoutSessionResource session) {
        return new Facts("Order")
                .text("Description", session.description())
                .text("Amount", AmountText.of(session.amount()))
                .code("Session id", session.id())
                .put("Opened", moment(session.createdAt()))
                .put("Ends", moment(session.expiresAt()))
                .code("Payment page", session.url())
                .code("Buyer returns to", session.redirectUrl())
                .code("News also go to", session.notifyUrl());
    }

    private static Facts buyer(@Nullable Buyer buyer) {
        Facts facts = new Facts("Buyer");
        return buyer == null
                ? facts
                : facts.text("Name", name(buyer.name()))
                        .text("E-mail", buyer.email())
                        .text("Phone", buyer.phone())
                        .code("Your number", buyer.reference());
    }

    private static @Nullable String name(@Nullable PersonName name) {
        if (name == null || name.fullName() != null) {
            return name == null ? null : name.fullName();
        }
        return Stream.of(name.firstName(), name.middleName(), name.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private Moment moment(Instant at) {
        return new Moment(at, clock.instant(), Viewer.zone());
    }

    @Override
    String businessName(String slug) {
        return desk.business(slug).name();
    }
}
