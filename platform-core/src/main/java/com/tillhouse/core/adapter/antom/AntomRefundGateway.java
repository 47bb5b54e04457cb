package com.tillhouse.core.adapter.antom;

import com.alipay.global.api.response.ams.pay.AlipayRefundResponse;
import com.tillhouse.core.adapter.antom.refund.RefundAnswerMapper;
import com.tillhouse.core.adapter.antom.refund.RefundInquiryAnswer;
import com.tillhouse.core.adapter.antom.refund.RefundInquiryRequest;
import com.tillhouse.core.adapter.antom.refund.RefundRequestMapper;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundNews.Standing;
import com.tillhouse.core.refund.port.RefundGateway;
import java.net.URI;
import java.util.Set;

/**
 * Antom's refund and inquiryRefund.
 *
 * <p>A signed F fails the refund, and its reservation goes free, only if the money surely did not move. That is so for the codes by which Antom
 * judges this very refund ({@link #JUDGED}): the same id has the same result for ever (Antom: idempotency), so no earlier, lost sending can have
 * succeeded. Every other F may have been given at the door, before Antom looked whether it holds this id (no access, no key, a general failure),
 * or speaks of something still under way (ORDER_STATUS_INVALID, REPEAT_REQ_INCONSISTENT). Then Antom is asked at once: what it holds decides; if
 * it holds nothing, the refund has failed; if that can't be told, nothing is decided.
 */
public final class AntomRefundGateway implements RefundGateway {
    /** The result codes of refund by which Antom has judged this refund for good (Antom: refund, result codes). */
    static final Set<String> JUDGED = Set.of(
            "MERCHANT_BALANCE_NOT_ENOUGH",
            "REFUND_AMOUNT_EXCEED",
            "REFUND_WINDOW_EXCEED",
            "MULTIPLE_REFUNDS_NOT_SUPPORTED",
            "PARTIAL_REFUND_NOT_SUPPORTED",
            "REFUND_NOT_SUPPORTED",
            "PAYMENT_METHOD_NOT_SUPPORTED",
            "ORDER_IS_CANCELED",
            "ORDER_IS_CLOSED",
            "ORDER_NOT_EXIST",
            "CURRENCY_NOT_SUPPORT");

    private static final String IN_PROCESS = "REFUND_IN_PROCESS";
    private static final String SAME_ID_OTHER_AMOUNT = "REPEAT_REQ_INCONSISTENT";

    private final AntomCalls calls;
    private final NotifyAddress notifyAddress;

    /**
     * Speaks through these clients.
     *
     * @param publicWebhooksUrl where Antom reaches platform-webhooks: scheme, host and port only
     */
    public AntomRefundGateway(AntomClients clients, URI publicWebhooksUrl) {
        this.calls = new AntomCalls(clients);
        this.notifyAddress = NotifyAddress.at(publicWebhooksUrl);
    }

    @Override
    public Outcome<RefundNews> send(GatewayAccount account, Refund refund, String providerPaymentId) {
        var request = RefundRequestMapper.request(refund, providerPaymentId, notifyAddress.of(account));
        return switch (calls.send(account, refund.id(), request)) {
            case Outcome.Confirmed<AlipayRefundResponse> said ->
                RefundAnswerMapper.sent(said.value(), refund, providerPaymentId, said.result());
            case Outcome.Declined<AlipayRefundResponse> no -> refused(account, refund, no.result());
            case Outcome.Undetermined<AlipayRefundResponse> lost -> unclear(lost);
        };
    }

    @Override
    public Outcome<RefundNews> inquire(GatewayAccount account, String refundId) {
        return switch (calls.send(account, refundId, new RefundInquiryRequest(refundId))) {
            case Outcome.Confirmed<RefundInquiryAnswer> said ->
                RefundAnswerMapper.asked(said.value(), refundId, said.result());
            case Outcome.Declined<RefundInquiryAnswer> no ->
                AntomPaymentGateway.ORDER_NOT_EXIST.equals(no.result().code())
                        ? RefundAnswerMapper.bare(Standing.UNKNOWN_THERE, Cause.INQUIRY, no.result())
                        : new Outcome.Undetermined<>(Reason.SAID_UNKNOWN, "Antom did not say", no.result());
            case Outcome.Undetermined<RefundInquiryAnswer> lost ->
                new Outcome.Undetermined<>(lost.reason(), lost.detail(), lost.hint());
        };
    }

    /** A signed U that says that the refund was taken is news; any other says nothing. */
    private static Outcome<RefundNews> unclear(Outcome.Undetermined<AlipayRefundResponse> lost) {
        ProviderResult hint = lost.hint();
        return lost.reason() == Reason.SAID_UNKNOWN && hint != null && IN_PROCESS.equals(hint.code())
                ? RefundAnswerMapper.bare(Standing.IN_PROCESS, Cause.API, hint)
                : new Outcome.Undetermined<>(lost.reason(), lost.detail(), hint);
    }

    private Outcome<RefundNews> refused(GatewayAccount account, Refund refund, ProviderResult refusal) {
        if (JUDGED.contains(refusal.code())) {
            return RefundAnswerMapper.bare(Standing.FAILED, Cause.API, refusal);
        }
        return switch (inquire(account, refund.id())) {
            case Outcome.Confirmed<RefundNews> held when held.value().standing() != Standing.UNKNOWN_THERE -> held;
            case Outcome.Confirmed<RefundNews> none
            when !SAME_ID_OTHER_AMOUNT.equals(refusal.code()) ->
                RefundAnswerMapper.bare(Standing.FAILED, Cause.API, refusal);
            default ->
                RefundAnswerMapper.inconsistent("refused, and Antom did not say whether it holds the refund", refusal);
        };
    }
}
