package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.checkout.port.OrderReferenceStore;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Reply;
import java.util.List;

/** A second session for an order that can still be paid: refused or warned of, as the tenant wants it. */
public final class GuardOrderReference {
    private final CheckoutPolicyStore policies;
    private final OrderReferenceStore orders;

    public GuardOrderReference(CheckoutPolicyStore policies, OrderReferenceStore orders) {
        this.policies = policies;
        this.orders = orders;
    }

    /**
     * Refuses a second session where the tenant does not allow one. Holds the reference until the unit of work ends, so that of two at once only
     * one passes.
     *
     * @throws OrderAlreadyOpenException when there is an open one
     */
    void requireOnly(SessionOrigin wanted) {
        if (policies.of(wanted.tenant()).duplicateOrder() == DuplicateOrder.ALLOW) {
            return;
        }
        orders.hold(wanted.tenant(), wanted.mode(), wanted.orderReference());
        List<String> open = orders.open(wanted.tenant(), wanted.mode(), wanted.orderReference());
        if (!open.isEmpty()) {
            throw new OrderAlreadyOpenException(open);
        }
    }

    /** Answers as before, and names the other open sessions of the order. It is asked inside the unit of work that keeps the answer. */
    SessionReplyMapper warning(SessionOrigin wanted, SessionReplyMapper replies) {
        return new SessionReplyMapper() {
            @Override
            public Reply opened(CheckoutSessionResource session) {
                return openedFor(session, others(session.id()));
            }

            @Override
            public Reply openedFor(CheckoutSessionResource session, List<String> sameOrder) {
                return replies.openedFor(session, sameOrder);
            }

            @Override
            public Reply declined(CheckoutSessionResource session, ProviderResult result) {
                return replies.declined(session, result);
            }

            private List<String> others(String own) {
                return orders.open(wanted.tenant(), wanted.mode(), wanted.orderReference()).stream()
                        .filter(id -> !id.equals(own))
                        .toList();
            }
        };
    }
}
