package com.tillhouse.sandbox.notification;

import com.tillhouse.sandbox.fault.FaultKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to a merchant and the story of its delivery.
 *
 * @param firstDue when the first attempt was due; all others are counted from it
 * @param nextAttemptAt when the next attempt is due; null if there will be none
 */
public record Notification(
        String id,
        String notifyType,
        String url,
        String body,
        Instant createdAt,
        Instant firstDue,
        @Nullable Instant nextAttemptAt,
        @Nullable FaultKind fault,
        boolean acknowledged,
        List<DeliveryAttempt> attempts) {

    public Notification {
        attempts = List.copyOf(attempts);
    }

    /** How many of the eight attempts have been made; a duplicate belongs to the same attempt. */
    public int rounds() {
        return attempts.isEmpty() ? 0 : attempts.getLast().round();
    }

    /** Whether it waits for another notification to overtake it. */
    public boolean isHeldBack() {
        return fault == FaultKind.REORDER && attempts.isEmpty() && nextAttemptAt != null;
    }

    public Notification attempted(List<DeliveryAttempt> made, @Nullable Instant next) {
        List<DeliveryAttempt> all = new ArrayList<>(attempts);
        all.addAll(made);
        boolean ended = acknowledged || made.stream().anyMatch(DeliveryAttempt::acknowledged);
        return new Notification(id, notifyType, url, body, createdAt, firstDue, ended ? null : next, fault, ended, all);
    }

    public Notification dueAt(Instant due) {
        return new Notification(id, notifyType, url, body, createdAt, due, due, fault, acknowledged, attempts);
    }
}
