package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentKey;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.payment.PlannedEnd;

/** Sees to it that a session expires when its time is over, and that a pending payment ends as planned. */
public final class PaymentDeadlines {

    private final DueWork work;
    private final BuyerActions actions;

    public PaymentDeadlines(DueWork work, BuyerActions actions) {
        this.work = work;
        this.actions = actions;
    }

    public void watch(Payment payment) {
        PaymentKey key = payment.key();
        PlannedEnd end = payment.state().plannedEnd();
        if (payment.state().status() == PaymentStatus.OPEN) {
            work.plan("expire:" + payment.paymentId(), payment.session().expiresAt(), () -> actions.timeOut(key));
        } else if (end != null) {
            work.plan("confirm:" + payment.paymentId(), end.due(), () -> actions.confirm(key));
        }
    }
}
