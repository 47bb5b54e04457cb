package com.tillhouse.admin.money;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payments of a tenant. */
@Route(value = "t/:slug/payments", layout = TenantLayout.class)
@PermitAll
class PaymentsView extends MoneyList<CheckoutDesk.PaymentLine> {
    private static final List<PaymentStatus> OFFERED = List.of(
            PaymentStatus.SUCCEEDED,
            PaymentStatus.OPEN,
            PaymentStatus.PROCESSING,
            PaymentStatus.AUTHORIZED,
            PaymentStatus.FAILED,
            PaymentStatus.EXPIRED,
            PaymentStatus.CANCELED,
            PaymentStatus.ABANDONED,
            PaymentStatus.CREATED);

    private final transient CheckoutDesk desk;
    private final transient InstantSource clock;

    PaymentsView(CheckoutDesk desk, InstantSource clock) {
        super("Payments", words(), List.of("Order", "Method", "Status", "Amount", "Started"));
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

    @Override
    Page<CheckoutDesk.PaymentLine> fetch(String slug, ListQuery query, ZoneId zone, @Nullable Position after) {
        return desk.payments(slug, query, zone, after);
    }

    @Override
    Component row(String slug, CheckoutDesk.PaymentLine line, ZoneId zone) {
        return new PaymentRow(slug, line.orderReference(), line.payment(), clock.instant(), zone).row();
    }

    @Override
    Notice nothingYet(ListQuery query) {
        return new Notice(
                query.mode().live() ? "No live payments yet" : "No test payments yet",
                "As soon as your shop opens a checkout session and a buyer pays, the payment shows up here.");
    }

    @Override
    String businessName(String slug) {
        return desk.business(slug).name();
    }
}
