package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.checkout.domain.FollowUp;
import com.tillhouse.core.checkout.port.FollowUpInbox;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.shared.TenantId;
import java.util.List;

/** Counts refunds that somebody made elsewhere, for example in Antom's dashboard, so that nobody gives the same money back again. */
public final class CountExternalRefunds implements FollowUpInbox {
    private final RefundRepository refunds;
    private final PaymentRepository payments;
    private final ApplyRefundOutcome outcomes;
    private final ApplyPaymentOutcome paymentOutcomes;

    public CountExternalRefunds(
            RefundRepository refunds,
            PaymentRepository payments,
            ApplyRefundOutcome outcomes,
            ApplyPaymentOutcome paymentOutcomes) {
        this.refunds = refunds;
        this.payments = payments;
        this.outcomes = outcomes;
        this.paymentOutcomes = paymentOutcomes;
    }

    /** A refund that failed took no money and is not recorded; our own are settled by their own answers. */
    @Override
    public void take(TenantId tenant, String paymentId, List<FollowUp> followUps) {
        for (FollowUp one : followUps) {
            boolean counts = one.kind() == FollowUp.Kind.REFUND
                    && one.standing() != FollowUp.Standing.FAILED
                    && refunds.find(tenant, one.id()).isEmpty();
            if (counts) {
                count(tenant, paymentId, one);
            }
        }
    }

    private void count(TenantId tenant, String paymentId, FollowUp refund) {
        String currency =
                payments.find(tenant, paymentId).orElseThrow().origin().amount().currency();
        if (!refund.amount().currency().equals(currency)) {
            paymentOutcomes.review(tenant, paymentId, "refund_in_another_currency");
            return;
        }
        var standing = refund.standing() == FollowUp.Standing.SUCCEEDED
                ? RefundNews.Standing.SUCCEEDED
                : RefundNews.Standing.IN_PROCESS;
        outcomes.applyExternal(
                tenant,
                paymentId,
                refund.id(),
                refund.amount(),
                new RefundNews(
                        standing, Cause.INQUIRY, refund.result(), refund.amount(), refund.providerId(), refund.at()));
    }
}
