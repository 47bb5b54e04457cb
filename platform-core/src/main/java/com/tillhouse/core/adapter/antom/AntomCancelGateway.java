package com.tillhouse.core.adapter.antom;

import com.alipay.global.api.request.ams.pay.AlipayPayCancelRequest;
import com.alipay.global.api.response.ams.pay.AlipayPayCancelResponse;
import com.tillhouse.core.adapter.antom.page.InquiryAnswer;
import com.tillhouse.core.adapter.antom.page.InquiryMapper;
import com.tillhouse.core.adapter.antom.page.InquiryRequest;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.PendingCancel;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;

/**
 * Antom's cancel, always by {@code paymentRequestId} alone, because a repetition must have the same parameters and Antom's own id may become
 * known in between.
 *
 * <p>A signed F refuses. But cancel is not on Antom's list of what the same id answers the same for ever: after a first try whose answer was lost,
 * an F of a later one (window over by now, wrong status, no access) does not say that the first had no effect. Then Antom is asked what the
 * payment is.
 */
public final class AntomCancelGateway implements CancelGateway {
    private final AntomCalls calls;

    public AntomCancelGateway(AntomClients clients) {
        this.calls = new AntomCalls(clients);
    }

    @Override
    public Outcome<ProviderResult> cancel(GatewayAccount account, Payment payment) {
        AlipayPayCancelRequest request = new AlipayPayCancelRequest();
        request.setPaymentRequestId(payment.id());
        return switch (calls.send(account, payment.id(), request)) {
            case Outcome.Confirmed<AlipayPayCancelResponse> said -> canceled(said, payment);
            case Outcome.Declined<AlipayPayCancelResponse> no ->
                triedBefore(payment) ? afterLost(account, payment, no.result()) : new Outcome.Declined<>(no.result());
            case Outcome.Undetermined<AlipayPayCancelResponse> lost ->
                new Outcome.Undetermined<>(lost.reason(), lost.detail(), lost.hint());
        };
    }

    private static Outcome<ProviderResult> canceled(Outcome.Confirmed<AlipayPayCancelResponse> said, Payment payment) {
        String known = payment.state().provider().paymentId();
        String answered = said.value().getPaymentId();
        boolean otherAtAntom = known != null && answered != null && !known.equals(answered);
        return payment.id().equals(said.value().getPaymentRequestId()) && !otherAtAntom
                ? new Outcome.Confirmed<>(said.result(), said.result())
                : new Outcome.Undetermined<>(Reason.INCONSISTENT, "the answer is about another payment", said.result());
    }

    private static boolean triedBefore(Payment payment) {
        PendingCancel pending = payment.state().pendingCancel();
        return pending != null && pending.tries() > 1;
    }

    private Outcome<ProviderResult> afterLost(GatewayAccount account, Payment payment, ProviderResult refusal) {
        return switch (calls.send(account, payment.id(), new InquiryRequest(payment.id()))) {
            case Outcome.Confirmed<InquiryAnswer> said ->
                switch (InquiryMapper.news(said.value(), payment.id(), said.result())) {
                    case Outcome.Confirmed<PaymentNews> news
                    when news.value().standing() == Standing.CANCELED ->
                        new Outcome.Confirmed<>(news.result(), news.result());
                    case Outcome.Confirmed<PaymentNews> news -> new Outcome.Declined<>(refusal);
                    default -> unclear(refusal);
                };
            case Outcome.Declined<InquiryAnswer> no ->
                AntomPaymentGateway.ORDER_NOT_EXIST.equals(no.result().code())
                        ? new Outcome.Declined<>(refusal)
                        : unclear(refusal);
            case Outcome.Undetermined<InquiryAnswer> lost -> unclear(refusal);
        };
    }

    private static Outcome<ProviderResult> unclear(ProviderResult refusal) {
        return new Outcome.Undetermined<>(
                Reason.INCONSISTENT, "refused, and Antom did not say whether an earlier cancel took effect", refusal);
    }
}
