package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads sessions and payments of a tenant; one mode never sees the other's. */
public final class FindCheckout {
    private final UnitOfWork unitOfWork;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;

    public FindCheckout(UnitOfWork unitOfWork, CheckoutSessionRepository sessions, PaymentRepository payments) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.payments = payments;
    }

    /** One session with its payments. */
    public CheckoutSessionResource session(TenantId tenant, Mode mode, String id) {
        return unitOfWork.inTenant(
                tenant,
                () -> sessions.find(tenant, id)
                        .filter(session -> session.origin().mode() == mode)
                        .map(session -> CheckoutSessionResource.of(session, payments.ofSession(tenant, id)))
                        .orElseThrow(NotFoundException::new));
    }

    /** A page of sessions with their payments, newest first. */
    public Page<CheckoutSessionResource> sessions(TenantId tenant, SessionFilter filter) {
        return unitOfWork.inTenant(tenant, () -> {
            Page<CheckoutSession> page = sessions.list(tenant, filter);
            List<String> ids =
                    page.items().stream().map(session -> session.origin().id()).toList();
            var attempts = ids.isEmpty() ? Map.<String, List<Payment>>of() : payments.ofSessions(tenant, ids);
            return new Page<>(
                    page.items().stream()
                            .map(session -> CheckoutSessionResource.of(
                                    session,
                                    attempts.getOrDefault(session.origin().id(), List.of())))
                            .toList(),
                    page.next());
        });
    }

    /** What was ordered in one session, as the merchant described it. */
    public OrderDetails order(TenantId tenant, Mode mode, String id) {
        return unitOfWork.inTenant(
                tenant,
                () -> sessions.find(tenant, id)
                        .filter(session -> session.origin().mode() == mode)
                        .map(session -> session.origin().details())
                        .orElseThrow(NotFoundException::new));
    }

    /** The merchant's order references of these sessions, by session id. */
    public Map<String, String> orderReferences(TenantId tenant, Set<String> sessionIds) {
        return unitOfWork.inTenant(
                tenant,
                () -> sessionIds.stream()
                        .flatMap(id -> sessions.find(tenant, id).stream())
                        .collect(Collectors.toMap(
                                session -> session.origin().id(),
                                session -> session.origin().orderReference())));
    }

    /** One payment. */
    public PaymentResource payment(TenantId tenant, Mode mode, String id) {
        return unitOfWork.inTenant(
                tenant,
                () -> payments.find(tenant, id)
                        .filter(payment -> payment.origin().mode() == mode)
                        .map(PaymentResource::of)
                        .orElseThrow(NotFoundException::new));
    }

    /** A page of payments, newest first. */
    public Page<PaymentResource> payments(TenantId tenant, PaymentFilter filter) {
        return unitOfWork.inTenant(tenant, () -> {
            var page = payments.list(tenant, filter);
            return new Page<>(page.items().stream().map(PaymentResource::of).toList(), page.next());
        });
    }
}
