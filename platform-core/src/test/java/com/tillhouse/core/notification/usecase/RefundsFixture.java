package com.tillhouse.core.notification.usecase;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refunds kept in memory, and what was done to reservations, in order. */
final class RefundsFixture implements RefundRepository, RefundReservationStore {
    final Map<String, Refund> refunds = new HashMap<>();
    final List<String> moved = new ArrayList<>();

    /** A refund of part of this payment that Antom has not answered. */
    Refund refund(Payment payment, long amount) {
        Refund refund = Refund.request(new RefundOrigin(
                payment.origin().tenant(),
                RandomId.withPrefix("re_"),
                payment.id(),
                payment.origin().gatewayAccountId(),
                payment.origin().mode(),
                new Money("SGD", amount),
                null,
                false,
                ReceptionFixture.NOW));
        refund.takeEvents();
        refunds.put(refund.id(), refund);
        return refund;
    }

    @Override
    public void add(TenantId tenant, Refund refund) {
        refunds.put(refund.id(), refund);
    }

    @Override
    public void update(TenantId tenant, Refund refund) {
        refunds.put(refund.id(), refund);
    }

    @Override
    public Optional<Refund> find(TenantId tenant, String id) {
        return Optional.ofNullable(refunds.get(id))
                .filter(found -> found.origin().tenant().equals(tenant));
    }

    @Override
    public Optional<Refund> lock(TenantId tenant, String id) {
        return find(tenant, id);
    }

    @Override
    public List<Refund> ofPayment(TenantId tenant, String paymentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Refund> list(TenantId tenant, RefundFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean lease(TenantId tenant, String id, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endLease(TenantId tenant, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean reserve(TenantId tenant, String paymentId, Money amount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void settle(TenantId tenant, String paymentId, Money amount) {
        moved.add("settle " + amount.value());
    }

    @Override
    public void release(TenantId tenant, String paymentId, Money amount) {
        moved.add("release " + amount.value());
    }

    @Override
    public void countExternal(TenantId tenant, String paymentId, Money amount) {
        moved.add("external " + amount.value());
    }
}
