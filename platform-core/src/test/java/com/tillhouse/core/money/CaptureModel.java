package com.tillhouse.core.money;

import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.checkout.domain.PaymentNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a payment of one hundred whose money the merchant captures must be after any story: a few rules in plain words and plain numbers, written
 * without a look at the transition tables. It begins open to its buyer.
 */
final class CaptureModel {
    static final long AMOUNT = 100;

    String status = "OPEN";
    boolean held;
    boolean nothingMore;
    boolean cancelPending;
    boolean surplus;
    boolean endTold;

    final List<String> events = new ArrayList<>();
    final Map<Integer, Long> open = new HashMap<>();
    final Map<Integer, Long> taken = new HashMap<>();
    final Map<Integer, Long> refused = new HashMap<>();

    long capturing() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    long captured() {
        return taken.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean authorizedOrPaid() {
        return status.equals("AUTHORIZED") || status.equals("SUCCEEDED");
    }

    boolean ended() {
        return List.of("FAILED", "EXPIRED", "CANCELED").contains(status);
    }

    boolean mayCapture(long amount) {
        return authorizedOrPaid() && !nothingMore && !cancelPending && captured() + capturing() + amount <= AMOUNT;
    }

    /** Before it is paid always; while it is only held, unless a capture is on its way; what was captured never; what came after a cancel again. */
    boolean mayCancel() {
        return switch (status) {
            case "AUTHORIZED" -> open.isEmpty();
            case "SUCCEEDED", "FAILED", "EXPIRED" -> false;
            case "CANCELED" -> surplus;
            default -> true;
        };
    }

    private void become(String to) {
        status = to;
        events.add("payment." + to.toLowerCase(Locale.ROOT));
        if (ended()) {
            cancelPending = false;
        }
    }

    /**
     * News of the payment.
     *
     * @param asked it answers a question
     * @param saysEnd it names the end of the authorisation
     * @param pastEnd that end is past
     * @return true when it must be put before a person
     */
    boolean hear(PaymentNews.Standing said, boolean asked, boolean saysEnd, boolean pastEnd, boolean lifeIsOver) {
        boolean bad = said == PaymentNews.Standing.REFUSED
                || said == PaymentNews.Standing.CLOSED
                || said == PaymentNews.Standing.CANCELED;
        if (authorizedOrPaid() && bad && !open.isEmpty()) {
            return false;
        }
        return switch (status) {
            case "AUTHORIZED", "SUCCEEDED" -> hearOfHeld(said, asked, saysEnd, pastEnd);
            case "CANCELED" -> hearOfCanceled(said, asked);
            case "FAILED" -> said != PaymentNews.Standing.REFUSED && said != PaymentNews.Standing.NOT_STARTED;
            case "EXPIRED" -> hearOfExpired(said, saysEnd, pastEnd);
            default -> hearOfOpen(said, saysEnd, lifeIsOver);
        };
    }

    private boolean hearOfOpen(PaymentNews.Standing said, boolean saysEnd, boolean lifeIsOver) {
        switch (said) {
            case PAID -> {
                held = true;
                endTold = saysEnd;
                become("AUTHORIZED");
            }
            case REFUSED -> become("FAILED");
            case CLOSED -> become("EXPIRED");
            case CANCELED -> become("CANCELED");
            case PROCESSING -> {
                if (!status.equals("PROCESSING")) {
                    become("PROCESSING");
                }
            }
            case NOT_STARTED -> {
                if (status.equals("OPEN") && lifeIsOver) {
                    become("EXPIRED");
                }
            }
        }
        return false;
    }

    private boolean hearOfHeld(PaymentNews.Standing said, boolean asked, boolean saysEnd, boolean pastEnd) {
        boolean captured = status.equals("SUCCEEDED");
        switch (said) {
            case PAID -> {
                endTold |= saysEnd;
                if (asked && saysEnd && pastEnd && open.isEmpty()) {
                    nothingMore = true;
                    if (!captured) {
                        become("EXPIRED");
                    }
                }
            }
            case REFUSED -> {
                if (!captured) {
                    become("FAILED");
                }
                return captured;
            }
            case CLOSED -> {
                if (!captured) {
                    become("EXPIRED");
                }
                return captured;
            }
            case CANCELED -> become(!captured && endTold && pastEnd && !cancelPending ? "EXPIRED" : "CANCELED");
            case PROCESSING, NOT_STARTED -> {}
        }
        return false;
    }

    /** Canceled stays canceled; what came all the same is to be given back. */
    private boolean hearOfCanceled(PaymentNews.Standing said, boolean asked) {
        if (said == PaymentNews.Standing.PAID) {
            boolean known = held;
            held = true;
            if (!surplus && (!known || asked)) {
                surplus = true;
                events.add("payment.surplus_detected");
            }
            return false;
        }
        if (said == PaymentNews.Standing.CANCELED) {
            cancelPending = false;
        }
        return said != PaymentNews.Standing.CANCELED && said != PaymentNews.Standing.NOT_STARTED;
    }

    /** That an authorisation which lapsed is still listed, or was let go of, is no news. */
    private boolean hearOfExpired(PaymentNews.Standing said, boolean saysEnd, boolean pastEnd) {
        return switch (said) {
            case CLOSED, NOT_STARTED -> false;
            case PAID -> !(held && nothingMore && (!saysEnd || pastEnd));
            case CANCELED -> !held;
            case REFUSED, PROCESSING -> true;
        };
    }

    /** The first clear word about a capture counts, and for ever; the first that took money makes the payment paid. */
    void hearCapture(int capture, CaptureNews.Standing said, boolean rightAmount, boolean last) {
        Long amount = rightAmount ? open.get(capture) : null;
        if (amount != null && said == CaptureNews.Standing.SUCCEEDED) {
            taken.put(capture, open.remove(capture));
            nothingMore |= last;
            if (status.equals("AUTHORIZED")) {
                become("SUCCEEDED");
            }
        } else if (amount != null && said == CaptureNews.Standing.FAILED) {
            refused.put(capture, open.remove(capture));
        }
    }
}
