package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.session.SessionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One session with its payment, refunds, captures and all notifications about them: the unit that is saved as a whole,
 * so that "paid" and "to be told" can't part.
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
        List<FollowUp> followUps,
        List<Notification> notifications) {

    public Payment {
        // A document that an older sandbox has saved holds no such list.
        followUps = followUps == null ? List.of() : List.copyOf(followUps);
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

    public Stream<FollowUp> followUps(FollowUpKind kind) {
        return followUps.stream().filter(each -> each.kind() == kind);
    }

    public Optional<FollowUp> followUp(FollowUpKind kind, String requestId) {
        return followUps(kind)
                .filter(each -> each.requestId().equals(requestId))
                .findFirst();
    }

    /** What has been done or is being done, in smallest units; failed ones don't count. */
    public long sum(FollowUpKind kind) {
        return followUps(kind)
                .filter(each -> each.status() != FollowUpStatus.FAIL)
                .mapToLong(each -> each.amount().units())
                .sum();
    }

    /** The money that has reached the merchant, before refunds, in smallest units. */
    public long received() {
        if (state.status() != PaymentStatus.SUCCESS) {
            return 0;
        }
        return request.capturesByHand()
                ? followUps(FollowUpKind.CAPTURE)
                        .filter(each -> each.status() == FollowUpStatus.SUCCESS)
                        .mapToLong(each -> each.amount().units())
                        .sum()
                : request.amount().units();
    }

    public Payment in(PaymentState next) {
        return new Payment(clientId, paymentId, request, requestBody, session, next, followUps, notifications);
    }

    /** The same payment with this refund or capture, in the place of the one with its request id if there is one. */
    public Payment with(FollowUp followUp) {
        List<FollowUp> all = new ArrayList<>(followUps);
        all.removeIf(each -> each.kind() == followUp.kind() && each.requestId().equals(followUp.requestId()));
        all.add(followUp);
        return new Payment(clientId, paymentId, request, requestBody, session, state, all, notifications);
    }

    public Payment telling(Notification notification) {
        List<Notification> all = new ArrayList<>(notifications);
        all.add(notification);
        return withNotifications(all);
    }

    Payment changing(UnaryOperator<Notification> change) {
        return withNotifications(notifications.stream().map(change).toList());
    }

    private Payment withNotifications(List<Notification> all) {
        return new Payment(clientId, paymentId, request, requestBody, session, state, followUps, all);
    }
}
