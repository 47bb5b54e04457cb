package com.tillhouse.sandbox.payment;

import static com.tillhouse.sandbox.payment.PaymentStatus.CANCELLED;
import static com.tillhouse.sandbox.payment.PaymentStatus.EXPIRED;
import static com.tillhouse.sandbox.payment.PaymentStatus.FAIL;
import static com.tillhouse.sandbox.payment.PaymentStatus.OPEN;
import static com.tillhouse.sandbox.payment.PaymentStatus.PENDING;
import static com.tillhouse.sandbox.payment.PaymentStatus.SUCCESS;

import java.util.Map;
import java.util.Set;

/** What may follow what. */
public final class PaymentTransitions {

    private static final Map<PaymentStatus, Set<PaymentStatus>> ALLOWED = Map.of(
            OPEN, Set.of(PENDING, SUCCESS, FAIL, EXPIRED, CANCELLED),
            PENDING, Set.of(SUCCESS, FAIL, CANCELLED),
            SUCCESS, Set.of(CANCELLED),
            FAIL, Set.of(CANCELLED),
            EXPIRED, Set.of(CANCELLED));

    private static final Set<PaymentStatus> NEXT_ATTEMPT = Set.of(PENDING, SUCCESS, FAIL);

    private PaymentTransitions() {}

    /** @param severalAttempts whether a failed payment may be tried again */
    public static boolean allows(PaymentStatus from, PaymentStatus to, boolean severalAttempts) {
        boolean again = severalAttempts && from == FAIL && NEXT_ATTEMPT.contains(to);
        return again || ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }
}
