package com.tillhouse.admin.money;

import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.trail.usecase.FindTrail;
import com.tillhouse.core.trail.usecase.TrailResource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The views' only way to a tenant's money. Takes the slug of the address and asks on every call whether the member may see that tenant. */
@Component
final class CheckoutDesk {
    static final int PAGE = 25;
    private final TenantAccess access;
    private final FindCheckout checkout;
    private final FindTrail trails;

    CheckoutDesk(TenantAccess access, FindCheckout checkout, FindTrail trails) {
        this.access = access;
        this.checkout = checkout;
        this.trails = trails;
    }

    Membership business(String slug) {
        return access.require(slug);
    }

    Page<PaymentLine> payments(String slug, ListQuery query, ZoneId zone, @Nullable Position after) {
        TenantId tenant = access.require(slug).tenant();
        Page<PaymentResource> page = checkout.payments(
                tenant,
                new PaymentFilter(
                        query.mode(),
                        null,
                        query.reference(),
                        query.statusAs(PaymentStatus.class),
                        null,
                        query.start(zone),
                        query.end(zone),
                        after,
                        PAGE));
        Map<String, String> references = checkout.orderReferences(
                tenant,
                page.items().stream().map(PaymentResource::checkoutSession).collect(Collectors.toSet()));
        return new Page<>(
                page.items().stream()
                        .map(payment ->
                                new PaymentLine(payment, references.getOrDefault(payment.checkoutSession(), "")))
                        .toList(),
                page.next());
    }

    Page<CheckoutSessionResource> sessions(String slug, ListQuery query, ZoneId zone, @Nullable Position after) {
        return checkout.sessions(
                access.require(slug).tenant(),
                new SessionFilter(
                        query.mode(),
                        query.reference(),
                        query.statusAs(SessionStatus.class),
                        query.start(zone),
                        query.end(zone),
                        after,
                        PAGE));
    }

    PaymentLine payment(String slug, Mode mode, String id) {
        TenantId tenant = access.require(slug).tenant();
        PaymentResource payment = checkout.payment(tenant, mode, id);
        String session = payment.checkoutSession();
        return new PaymentLine(
                payment, checkout.orderReferences(tenant, Set.of(session)).getOrDefault(session, ""));
    }

    /** Everything that happened to a payment. */
    TrailResource trail(String slug, Mode mode, String id) {
        return trails.payment(access.require(slug).tenant(), mode, id);
    }

    SessionSheet session(String slug, Mode mode, String id) {
        TenantId tenant = access.require(slug).tenant();
        return new SessionSheet(checkout.session(tenant, mode, id), checkout.order(tenant, mode, id));
    }

    /** A payment with the merchant's own number of its order. */
    record PaymentLine(PaymentResource payment, String orderReference) {}

    /** A session with what was ordered. */
    record SessionSheet(CheckoutSessionResource session, OrderDetails order) {}
}
