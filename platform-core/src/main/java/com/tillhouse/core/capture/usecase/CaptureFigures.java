package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.checkout.domain.Authorization;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.shared.Money;

/**
 * Where the money of an authorised payment is; one currency.
 *
 * @param capturing what captures on their way speak for
 * @param available what can still be captured
 */
public record CaptureFigures(Money authorized, Money captured, Money capturing, Money available) {

    static CaptureFigures of(Payment payment) {
        Money zero = Money.zero(payment.origin().amount().currency());
        Authorization held = payment.state().authorization();
        return new CaptureFigures(
                held == null ? zero : payment.origin().amount(),
                payment.state().balance().captured(),
                held == null ? zero : held.capturing(),
                payment.hold().leftToCapture());
    }
}
