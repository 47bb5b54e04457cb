package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.notification.DeliveryAttempt;
import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.notification.NotificationSender;
import com.tillhouse.sandbox.notification.RetrySchedule;
import com.tillhouse.sandbox.settings.SwitchStore;
import com.tillhouse.sandbox.settings.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends what is due, records what came back, and plans the next attempt until the merchant acknowledges. */
public final class NotificationWorker {

    private static final String KEY = "notify:";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PaymentRepository payments;
    private final ClientRepository clients;
    private final NotificationSender sender;
    private final DueWork work;
    private final SwitchStore switches;
    private final InstantSource clock;

    public NotificationWorker(
            PaymentRepository payments,
            ClientRepository clients,
            NotificationSender sender,
            DueWork work,
            SwitchStore switches,
            InstantSource clock) {
        this.payments = payments;
        this.clients = clients;
        this.sender = sender;
        this.work = work;
        this.switches = switches;
        this.clock = clock;
    }

    /** Plans all attempts of this payment that are still to come. */
    public void watch(Payment payment) {
        for (Notification notification : payment.notifications()) {
            if (notification.nextAttemptAt() != null) {
                plan(payment.key(), notification.id(), notification.nextAttemptAt());
            }
        }
    }

    /** Waits until each notification of this payment that is due has been sent and replied to, or has timed out. */
    public void await(Payment payment) {
        try {
            for (Notification notification : payment.notifications()) {
                work.settle(KEY + notification.id(), PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void plan(PaymentKey key, String id, Instant due) {
        work.plan(KEY + id, due, () -> attempt(key, id));
    }

    private void attempt(PaymentKey key, String id) {
        Notification notification = payments.find(key).orElseThrow().notification(id);
        Instant due = notification.nextAttemptAt();
        if (due == null || due.isAfter(clock.instant())) {
            return;
        }
        MerchantClient client = clients.find(key.clientId()).orElseThrow();
        List<DeliveryAttempt> made = sender.attempt(notification, client);
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        payments.change(
                key,
                payment -> payment.changing(each -> each.id().equals(id)
                        ? each.attempted(made, next(each, made))
                        : each.isHeldBack() ? each.dueAt(clock.instant()) : each));
    }

    private @Nullable Instant next(Notification notification, List<DeliveryAttempt> made) {
        Switches now = switches.current();
        boolean answered = made.getLast().status() != null;
        if (answered && !now.resendAfterWrongAnswer()) {
            return null;
        }
        return RetrySchedule.next(notification.firstDue(), notification.rounds() + 1, now.retryTimeFactor())
                .orElse(null);
    }
}
