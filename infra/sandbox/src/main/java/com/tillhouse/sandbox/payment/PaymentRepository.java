package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.store.DocumentStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All payments. A change is atomic for its payment and saved before anyone sees it. */
public final class PaymentRepository {

    private static final String KIND = "payment";

    private final DocumentStore documents;
    private final Map<PaymentKey, Payment> payments = new ConcurrentHashMap<>();
    private final Map<String, PaymentKey> bySessionData = new ConcurrentHashMap<>();
    private final Map<String, PaymentKey> byPaymentId = new ConcurrentHashMap<>();

    private final Map<FollowUpKey, PaymentKey> byFollowUp = new ConcurrentHashMap<>();
    private final Map<String, PaymentKey> byRefundId = new ConcurrentHashMap<>();
    private final List<Consumer<Payment>> watchers = new CopyOnWriteArrayList<>();

    public PaymentRepository(DocumentStore documents) {
        this.documents = documents;
        documents.load(KIND, Payment.class).forEach(payment -> {
            payments.put(payment.key(), payment);
            index(payment);
        });
    }

    /** Shows every payment to the watcher, now and whenever it has changed, so that it can plan what is to come. */
    public void watchedBy(Consumer<Payment> watcher) {
        watchers.add(watcher);
        payments.values().forEach(watcher);
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

    /** The payment that has this refund or capture. */
    public Optional<Payment> findByFollowUp(FollowUpKey key) {
        return Optional.ofNullable(byFollowUp.get(key)).flatMap(this::find);
    }

    public Optional<Payment> findByRefundId(String refundId) {
        return Optional.ofNullable(byRefundId.get(refundId)).flatMap(this::find);
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
    public Payment findOrAdd(PaymentKey key, Supplier<Payment> made) {
        return shown(payments.computeIfAbsent(key, absent -> {
            Payment payment = made.get();
            index(payment);
            save(payment);
            return payment;
        }));
    }

    /** @throws java.util.NoSuchElementException if there is no such payment */
    public Payment change(PaymentKey key, UnaryOperator<Payment> change) {
        return shown(changed(key, change));
    }

    /**
     * Changes a payment while no one else can use this request id. The id belongs to the payment from then on, if the
     * change has put a refund or capture of that id into it.
     */
    public Payment change(PaymentKey key, FollowUpKey requestId, UnaryOperator<Payment> change) {
        byFollowUp.compute(requestId, (same, owner) -> {
            if (owner != null && !owner.equals(key)) {
                return owner;
            }
            Payment next = changed(key, change);
            return next.followUp(requestId.kind(), requestId.requestId()).isPresent() ? key : null;
        });
        return shown(find(key).orElseThrow());
    }

    private Payment changed(PaymentKey key, UnaryOperator<Payment> change) {
        Payment changed = payments.computeIfPresent(key, (same, payment) -> {
            Payment next = change.apply(payment);
            if (!next.equals(payment)) {
                save(next);
                indexRefunds(next);
            }
            return next;
        });
        return Optional.ofNullable(changed).orElseThrow();
    }

    private Payment shown(Payment payment) {
        watchers.forEach(watcher -> watcher.accept(payment));
        return payment;
    }

    private void index(Payment payment) {
        bySessionData.put(payment.session().sessionData(), payment.key());
        byPaymentId.put(payment.paymentId(), payment.key());
        payment.followUps()
                .forEach(each -> byFollowUp.put(
                        new FollowUpKey(payment.clientId(), each.kind(), each.requestId()), payment.key()));
        indexRefunds(payment);
    }

    private void indexRefunds(Payment payment) {
        payment.followUps(FollowUpKind.REFUND)
                .map(FollowUp::id)
                .filter(Objects::nonNull)
                .forEach(id -> byRefundId.put(id, payment.key()));
    }

    private void save(Payment payment) {
        documents.save(KIND, payment.paymentId(), payment);
    }
}
