package com.tillhouse.core.money;

import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.refund.domain.RefundNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a payment of one hundred and its refunds must be after any story: a few rules in plain words and plain numbers, written without a look at
 * the transition tables.
 */
final class MoneyModel {
    static final long AMOUNT = 100;

    String status = "CREATED";
    boolean cancelPending;
    boolean everPaid;
    boolean surplus;

    @Nullable
    String antomId;

    final List<String> events = new ArrayList<>();
    final Map<Integer, Long> open = new HashMap<>();
    final Map<Integer, Long> given = new HashMap<>();
    final Map<Integer, Long> refused = new HashMap<>();

    long reserved() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    long refunded() {
        return given.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean ended() {
        return List.of("FAILED", "EXPIRED", "CANCELED").contains(status);
    }

    /** Nothing was heard of it but its making. */
    boolean unheard() {
        return status.equals("CREATED");
    }

    void become(String to, boolean told) {
        status = to;
        if (told) {
            events.add("payment." + to.toLowerCase(java.util.Locale.ROOT));
        }
        if (to.equals("SUCCEEDED")) {
            everPaid = true;
        }
        if (ended()) {
            cancelPending = false;
        }
    }

    /** News with the right amount or the wrong one, under Antom's id or another. True when it must be put before a person. */
    boolean hear(PaymentNews.Standing said, boolean asked, boolean rightAmount, String id, boolean lifeIsOver) {
        if (!rightAmount || (antomId != null && !antomId.equals(id))) {
            return true;
        }
        boolean odd = contradicts(said);
        if (!odd) {
            antomId = id;
            if (status.equals("CANCELED")) {
                afterCancel(said, asked);
            } else {
                follow(said, lifeIsOver);
            }
        }
        return odd;
    }

    /** An end stands. Paid money can only be cancelled. Silence about a payment that got further contradicts nothing. */
    private boolean contradicts(PaymentNews.Standing said) {
        return switch (status) {
            case "FAILED" -> said != PaymentNews.Standing.REFUSED && said != PaymentNews.Standing.NOT_STARTED;
            case "EXPIRED" -> said != PaymentNews.Standing.CLOSED && said != PaymentNews.Standing.NOT_STARTED;
            case "CANCELED" ->
                said != PaymentNews.Standing.CANCELED
                        && said != PaymentNews.Standing.NOT_STARTED
                        && said != PaymentNews.Standing.PAID;
            case "SUCCEEDED" -> said == PaymentNews.Standing.REFUSED || said == PaymentNews.Standing.CLOSED;
            default -> false;
        };
    }

    /** Canceled stays canceled; money that comes all the same is told once, as surplus. An old success told late is none. */
    private void afterCancel(PaymentNews.Standing said, boolean asked) {
        if (said == PaymentNews.Standing.CANCELED) {
            cancelPending = false;
        } else if (said == PaymentNews.Standing.PAID && !surplus && (asked || !everPaid)) {
            surplus = true;
            events.add("payment.surplus_detected");
        }
        everPaid |= said == PaymentNews.Standing.PAID;
    }

    private void follow(PaymentNews.Standing said, boolean lifeIsOver) {
        boolean hidden = status.equals("ABANDONED");
        switch (said) {
            case PAID -> turn("SUCCEEDED", true);
            case REFUSED -> turn(hidden ? "EXPIRED" : "FAILED", !hidden);
            case CLOSED -> turn("EXPIRED", !hidden);
            case CANCELED -> turn(hidden ? "EXPIRED" : "CANCELED", !hidden);
            case PROCESSING -> turn(hidden || status.equals("SUCCEEDED") ? status : "PROCESSING", true);
            case NOT_STARTED -> silence(lifeIsOver);
        }
    }

    private void silence(boolean lifeIsOver) {
        boolean waiting = List.of("CREATED", "OPEN", "ABANDONED").contains(status);
        if (waiting && lifeIsOver) {
            turn("EXPIRED", !status.equals("ABANDONED"));
        } else if (unheard()) {
            turn("ABANDONED", false);
        }
    }

    private void turn(String to, boolean told) {
        if (!status.equals(to)) {
            become(to, told);
        }
    }

    /** Money on its way back, or back, can't be cancelled as well. */
    boolean mayCancel(boolean windowOpen) {
        if (status.equals("CANCELED")) {
            return surplus;
        }
        return !ended() && (!status.equals("SUCCEEDED") || (windowOpen && reserved() + refunded() == 0));
    }

    boolean mayRefund(long amount) {
        return status.equals("SUCCEEDED") && !cancelPending && reserved() + refunded() + amount <= AMOUNT;
    }

    /** The first clear word about a refund counts, and for ever. */
    void hearRefund(int refund, RefundNews.Standing said, boolean rightAmount) {
        Long amount = rightAmount ? open.get(refund) : null;
        if (amount != null && said == RefundNews.Standing.SUCCEEDED) {
            given.put(refund, open.remove(refund));
        } else if (amount != null && said == RefundNews.Standing.FAILED) {
            refused.put(refund, open.remove(refund));
        }
    }
}
