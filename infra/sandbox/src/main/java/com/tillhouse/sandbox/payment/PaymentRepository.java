package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.store.DocumentStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All payments. A change is atomic for its payment and saved before anyone sees it. */
public final class PaymentRepository {

    private static final String KIND = "payment";

    private final DocumentStore documents;
    private final Map<PaymentKey, Payment> payments = new ConcurrentHashMap<>();
    private final Map<String, PaymentKey> bySessionData = new ConcurrentHashMap<>();
    private final Map<String, PaymentKey> byPaymentId = new ConcurrentHashMap<>();

    public PaymentRepository(DocumentStore documents) {
        this.documents = documents;
        documents.load(KIND, Payment.class).forEach(payment -> {
            payments.put(payment.key(), payment);
            index(payment);
        });
    }

    public Optional<Payment> find(PaymentKey key) {
        return Optional.ofNullable(payments.get(key));
    }

    public Optional<Payment> findBySessionData(String sessionData) {
        return Optional.ofNullable(bySessionData.get(sessionData)).flatMap(this::find);
    }

    public Optional<Payment> findByPaymentId(String paymentId) {
        return Optional.ofNullable(byPaymentId.get(paymentId)).flatMap(this::find);
    }

    public List<Payment> findByRequestId(String paymentRequestId) {
        return payments.values().stream()
                .filter(payment -> payment.request().paymentRequestId().equals(paymentRequestId))
                .toList();
    }

    public Collection<Payment> all() {
        return List.copyOf(payments.values());
    }

    /** The payment of this key; made now if there is none. */
    Payment findOrAdd(PaymentKey key, Supplier<Payment> made) {
        return payments.computeIfAbsent(key, absent -> {
            Payment payment = made.get();
            index(payment);
            save(payment);
            return payment;
        });
    }

    /** @throws java.util.NoSuchElementException if there is no such payment */
    Payment change(PaymentKey key, UnaryOperator<Payment> change) {
        Payment changed = payments.computeIfPresent(key, (same, payment) -> {
            Payment next = change.apply(payment);
            if (!next.equals(payment)) {
                save(next);
            }
            return next;
        });
        return Optional.ofNullable(changed).orElseThrow();
    }

    private void index(Payment payment) {
        bySessionData.put(payment.session().sessionData(), payment.key());
        byPaymentId.put(payment.paymentId(), payment.key());
    }

    private void save(Payment payment) {
        documents.save(KIND, payment.paymentId(), payment);
    }
}
