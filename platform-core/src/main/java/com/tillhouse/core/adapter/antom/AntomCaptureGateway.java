package com.tillhouse.core.adapter.antom;

import com.alipay.global.api.response.ams.pay.AlipayCaptureResponse;
import com.tillhouse.core.adapter.antom.capture.CaptureAnswerMapper;
import com.tillhouse.core.adapter.antom.capture.CaptureRequestMapper;
import com.tillhouse.core.adapter.antom.page.InquiryAnswer;
import com.tillhouse.core.adapter.antom.page.InquiryMapper;
import com.tillhouse.core.adapter.antom.page.InquiryRequest;
import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureNews.Standing;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.Set;

/**
 * Antom's capture; what became of one is read in inquiryPayment, which lists what was taken of a payment.
 *
 * <p>A signed F fails the capture, and its amount goes free, only if the money surely was not taken. That is so for the codes by which Antom judges
 * this very capture ({@link #JUDGED}): the same id has the same result for ever (Antom: idempotency), so no earlier, lost sending can have
 * succeeded. Every other F may have been given at the door, or speaks of something still under way. Then Antom is asked at once: what it lists
 * decides; if it lists nothing of this id, the capture has failed; if that can't be told, nothing is decided.
 */
public final class AntomCaptureGateway implements CaptureGateway {
    /** The result codes of capture by which Antom has judged this capture for good (Antom: capture, result codes). */
    static final Set<String> JUDGED = Set.of(
            "AUTH_CANCELLED",
            "AUTH_EXPIRED",
            "AUTH_NOT_FOUND",
            "CAPTURE_AMOUNT_EXCEED_AUTH_LIMIT",
            "CURRENCY_NOT_SUPPORT",
            "MULTI_CAPTURE_NOT_SUPPORTED",
            "NO_PAY_OPTIONS",
            "ORDER_IS_CANCELED",
            "PAYMENT_COUNT_EXCEED_LIMIT",
            "RISK_REJECT",
            "USER_AMOUNT_EXCEED_LIMIT",
            "USER_BALANCE_NOT_ENOUGH",
            "USER_NOT_EXIST",
            "USER_STATUS_ABNORMAL");

    private static final String IN_PROCESS = "CAPTURE_IN_PROCESS";
    private static final String SAME_ID_OTHER_AMOUNT = "REPEAT_REQ_INCONSISTENT";

    private final AntomCalls calls;

    public AntomCaptureGateway(AntomClients clients) {
        this.calls = new AntomCalls(clients);
    }

    @Override
    public Outcome<CaptureNews> send(GatewayAccount account, Capture capture, String providerPaymentId) {
        return switch (calls.send(account, capture.id(), CaptureRequestMapper.request(capture, providerPaymentId))) {
            case Outcome.Confirmed<AlipayCaptureResponse> said ->
                CaptureAnswerMapper.sent(said.value(), capture, providerPaymentId, said.result());
            case Outcome.Declined<AlipayCaptureResponse> no -> refused(account, capture, no.result());
            case Outcome.Undetermined<AlipayCaptureResponse> lost -> unclear(lost);
        };
    }

    @Override
    public Outcome<CaptureNews> inquire(GatewayAccount account, Capture capture) {
        String paymentId = capture.origin().paymentId();
        return switch (calls.send(account, paymentId, new InquiryRequest(paymentId))) {
            case Outcome.Confirmed<InquiryAnswer> said ->
                CaptureAnswerMapper.asked(
                        InquiryMapper.news(said.value(), paymentId, said.result()), capture, said.result());
            case Outcome.Declined<InquiryAnswer> no ->
                new Outcome.Undetermined<>(Reason.SAID_UNKNOWN, "Antom did not say", no.result());
            case Outcome.Undetermined<InquiryAnswer> lost ->
                new Outcome.Undetermined<>(lost.reason(), lost.detail(), lost.hint());
        };
    }

    /** A signed U that says that the capture was taken is news; any other says nothing. */
    private static Outcome<CaptureNews> unclear(Outcome.Undetermined<AlipayCaptureResponse> lost) {
        ProviderResult hint = lost.hint();
        return lost.reason() == Reason.SAID_UNKNOWN && hint != null && IN_PROCESS.equals(hint.code())
                ? CaptureAnswerMapper.bare(Standing.IN_PROCESS, Cause.API, hint)
                : new Outcome.Undetermined<>(lost.reason(), lost.detail(), hint);
    }

    private Outcome<CaptureNews> refused(GatewayAccount account, Capture capture, ProviderResult refusal) {
        if (JUDGED.contains(refusal.code())) {
            return CaptureAnswerMapper.bare(Standing.FAILED, Cause.API, refusal);
        }
        return switch (inquire(account, capture)) {
            case Outcome.Confirmed<CaptureNews> held when held.value().standing() != Standing.UNKNOWN_THERE -> held;
            case Outcome.Confirmed<CaptureNews> none
            when !SAME_ID_OTHER_AMOUNT.equals(refusal.code()) ->
                CaptureAnswerMapper.bare(Standing.FAILED, Cause.API, refusal);
            default ->
                CaptureAnswerMapper.inconsistent(
                        "refused, and Antom did not say whether it holds the capture", refusal);
        };
    }
}
