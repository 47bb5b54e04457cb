package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKey;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PlannedEnd;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.time.InstantSource;

/** Brings refunds and captures that are in process to their end: when it is due, or when somebody says so. */
public final class SettleFollowUp {

    private final PaymentRepository payments;
    private final FollowUpNotices notices;
    private final DueWork work;
    private final InstantSource clock;

    public SettleFollowUp(PaymentRepository payments, FollowUpNotices notices, DueWork work, InstantSource clock) {
        this.payments = payments;
        this.notices = notices;
        this.work = work;
        this.clock = clock;
    }

    /** Plans the end of all that is in process. */
    public void watch(Payment payment) {
        for (FollowUp each : payment.followUps()) {
            PlannedEnd end = each.plannedEnd();
            if (end != null) {
                FollowUpKey key = new FollowUpKey(payment.clientId(), each.kind(), each.requestId());
                work.plan("settle:" + each.id(), end.due(), () -> settle(key, end.success()));
            }
        }
    }

    /** Ends what is in process and tells the merchant; what has ended before stays as it is. */
    public Payment settle(FollowUpKey key, boolean success) {
        Payment owner = payments.findByFollowUp(key).orElseThrow();
        return payments.change(
                owner.key(),
                payment -> payment.followUp(key.kind(), key.requestId())
                        .filter(each -> each.status() == FollowUpStatus.PROCESSING)
                        .map(each -> settled(payment, each, success))
                        .orElse(payment));
    }

    private Payment settled(Payment payment, FollowUp open, boolean success) {
        Instant now = clock.instant();
        FollowUp ended = success
                ? open.settled(FollowUpStatus.SUCCESS, ResultCode.SUCCESS, now)
                : open.settled(FollowUpStatus.FAIL, ResultCode.PROCESS_FAIL, now);
        return notices.told(payment, ended, now);
    }
}
