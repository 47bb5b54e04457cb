package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.session.SessionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One session with its payment and all notifications about it: the unit that is saved as a whole, so that "paid" and
 * "to be told" can't part.
 *
 * @param requestBody the createPaymentSession body as it came over the wire
 */
public record Payment(
        String clientId,
        String paymentId,
        SessionRequest request,
        String requestBody,
        CheckoutSession session,
        PaymentState state,
        List<Notification> notifications) {

    public Payment {
        notifications = List.copyOf(notifications);
    }

    public PaymentKey key() {
        return new PaymentKey(clientId, request.paymentRequestId());
    }

    /** Whether the session's time is over, told or not. */
    public boolean isOver(Instant now) {
        return !now.isBefore(session.expiresAt());
    }

    public Notification notification(String id) {
        return notifications.stream()
                .filter(notification -> notification.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Payment in(PaymentState next) {
        return new Payment(clientId, paymentId, request, requestBody, session, next, notifications);
    }

    Payment telling(Notification notification) {
        List<Notification> all = new ArrayList<>(notifications);
        all.add(notification);
        return with(all);
    }

    Payment changing(UnaryOperator<Notification> change) {
        return with(notifications.stream().map(change).toList());
    }

    private Payment with(List<Notification> all) {
        return new Payment(clientId, paymentId, request, requestBody, session, state, all);
    }
}
