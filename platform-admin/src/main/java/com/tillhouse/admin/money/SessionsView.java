package com.tillhouse.admin.money;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.look.StatusBadge;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checkout sessions of a tenant. */
@Route(value = "t/:slug/sessions", layout = TenantLayout.class)
@PermitAll
class SessionsView extends MoneyList<CheckoutSessionResource> {
    private static final List<SessionStatus> OFFERED =
            List.of(SessionStatus.COMPLETED, SessionStatus.OPEN, SessionStatus.EXPIRED, SessionStatus.CANCELED);

    private final transient CheckoutDesk desk;
    private final transient InstantSource clock;

    SessionsView(CheckoutDesk desk, InstantSource clock) {
        super("Checkout sessions", words(), List.of("Order", "Attempts", "Status", "Amount", "Opened"));
        this.desk = desk;
        this.clock = clock;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("", "Any status");
        OFFERED.forEach(status -> words.put(
                status.name().toLowerCase(Locale.ROOT), StatusWord.of(status).text()));
        return words;
    }

    static SessionStatus status(CheckoutSessionResource session) {
        return SessionStatus.valueOf(session.status().toUpperCase(Locale.ROOT));
    }

    static String href(String slug, boolean live, String id) {
        return "t/" + slug + "/sessions/" + id + "?" + ListQuery.ofMode(live).getQueryString();
    }

    @Override
    Page<CheckoutSessionResource> fetch(String slug, ListQuery query, ZoneId zone, @Nullable Position after) {
        return desk.sessions(slug, query, zone, after);
    }

    @Override
    Component row(String slug, CheckoutSessionResource session, ZoneId zone) {
        int attempts = session.payments().size();
        return new Row(href(slug, session.livemode(), session.id()), session.id())
                .name(session.orderReference(), session.description())
                .cell("method", new Span(attempts + (attempts == 1 ? " attempt" : " attempts")))
                .cell("status", new StatusBadge(StatusWord.of(status(session))))
                .cell("amount", new Span(AmountText.of(session.amount())))
                .cell("time", new Moment(session.createdAt(), clock.instant(), zone));
    }

    @Override
    Notice nothingYet(ListQuery query) {
        return new Notice(
                query.mode().live() ? "No live checkout sessions yet" : "No test checkout sessions yet",
                "When your shop sends an order to Tillhouse, it opens a checkout session. It shows up here at once, paid or not.");
    }

    @Override
    String businessName(String slug) {
        return desk.business(slug).name();
    }
}
