package com.tillhouse.core.notification.usecase;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureOrigin;
import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.capture.port.CaptureReservationStore;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Captures kept in memory, and what was done to the figures, in order. */
final class CapturesFixture implements CaptureRepository, CaptureReservationStore {
    final Map<String, Capture> captures = new HashMap<>();
    final List<String> moved = new ArrayList<>();

    /** A capture of part of this payment that Antom has not answered. */
    Capture capture(Payment payment, long amount) {
        Capture capture = Capture.request(new CaptureOrigin(
                payment.origin().tenant(),
                RandomId.withPrefix("cap_"),
                payment.id(),
                payment.origin().gatewayAccountId(),
                payment.origin().mode(),
                new Money("SGD", amount),
                false,
                ReceptionFixture.NOW));
        captures.put(capture.id(), capture);
        return capture;
    }

    @Override
    public void add(TenantId tenant, Capture capture) {
        captures.put(capture.id(), capture);
    }

    @Override
    public void update(TenantId tenant, Capture capture) {
        captures.put(capture.id(), capture);
    }

    @Override
    public Optional<Capture> find(TenantId tenant, String id) {
        return Optional.ofNullable(captures.get(id))
                .filter(found -> found.origin().tenant().equals(tenant));
    }

    @Override
    public Optional<Capture> lock(TenantId tenant, String id) {
        return find(tenant, id);
    }

    @Override
    public List<Capture> ofPayment(TenantId tenant, String paymentId) {
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
}
