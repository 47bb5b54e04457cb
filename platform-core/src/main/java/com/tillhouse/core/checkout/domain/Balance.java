package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.shared.Money;

/** How much of a payment was captured, is reserved for refunds on their way, and was refunded; one currency. */
public record Balance(Money captured, Money reserved, Money refunded) {

    static Balance none(String currency) {
        Money zero = Money.zero(currency);
        return new Balance(zero, zero, zero);
    }

    Balance captured(Money amount) {
        return new Balance(amount, reserved, refunded);
    }

    /** What a merchant can still refund. Never below zero, even when refunds made elsewhere exceed the capture. */
    public Money refundable() {
        long left = captured.value() - reserved.value() - refunded.value();
        return new Money(captured.currency(), Math.max(0, left));
    }
}
