package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.clock.DueWork;

/** Sees to it that a session expires when its time is over. */
public final class PaymentDeadlines {

    private final DueWork work;
    private final BuyerActions actions;

    public PaymentDeadlines(DueWork work, BuyerActions actions) {
        this.work = work;
        this.actions = actions;
    }

    public void watch(Payment payment) {
        if (payment.state().status() == PaymentStatus.OPEN) {
            PaymentKey key = payment.key();
            work.plan("expire:" + payment.paymentId(), payment.session().expiresAt(), () -> actions.timeOut(key));
        }
    }
}
