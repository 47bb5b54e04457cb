package com.tillhouse.core.adapter.antom;

import com.alipay.global.api.response.ams.pay.AlipayPaymentSessionResponse;
import com.tillhouse.core.adapter.antom.page.InquiryAnswer;
import com.tillhouse.core.adapter.antom.page.InquiryMapper;
import com.tillhouse.core.adapter.antom.page.InquiryRequest;
import com.tillhouse.core.adapter.antom.page.SessionRequestMapper;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Antom's hosted page: createPaymentSession and inquiryPayment, one request for each call. */
public final class AntomPaymentGateway implements PaymentGateway {
    static final String ORDER_NOT_EXIST = "ORDER_NOT_EXIST";

    private final AntomCalls calls;
    private final NotifyAddress notifyAddress;

    /**
     * Speaks through these clients.
     *
     * @param publicWebhooksUrl where Antom reaches platform-webhooks, without a path: scheme, host and port only, because Antom signs the path
     */
    public AntomPaymentGateway(AntomClients clients, URI publicWebhooksUrl) {
        this.calls = new AntomCalls(clients);
        this.notifyAddress = NotifyAddress.at(publicWebhooksUrl);
    }

    @Override
    public Outcome<OpenedPage> open(GatewayAccount account, CheckoutSession session, Payment payment) {
        String notifyUrl = notifyAddress.of(account);
        return switch (calls.send(account, payment.id(), SessionRequestMapper.request(session, payment, notifyUrl))) {
            case Outcome.Confirmed<AlipayPaymentSessionResponse> said -> opened(said);
            case Outcome.Declined<AlipayPaymentSessionResponse> no -> new Outcome.Declined<>(no.result());
            case Outcome.Undetermined<AlipayPaymentSessionResponse> lost -> undetermined(lost);
        };
    }

    @Override
    public Outcome<PaymentNews> inquire(GatewayAccount account, String paymentId) {
        return switch (calls.send(account, paymentId, new InquiryRequest(paymentId))) {
            case Outcome.Confirmed<InquiryAnswer> said -> InquiryMapper.news(said.value(), paymentId, said.result());
            case Outcome.Declined<InquiryAnswer> no ->
                ORDER_NOT_EXIST.equals(no.result().code())
                        ? InquiryMapper.notStarted(no.result())
                        : new Outcome.Declined<>(no.result());
            case Outcome.Undetermined<InquiryAnswer> lost -> undetermined(lost);
        };
    }

    private static Outcome<OpenedPage> opened(Outcome.Confirmed<AlipayPaymentSessionResponse> said) {
        String url = said.value().getNormalUrl();
        Optional<Instant> expires = FieldMapper.time(said.value().getPaymentSessionExpiryTime());
        if (url == null || !isWebAddress(url) || expires.isEmpty()) {
            return new Outcome.Undetermined<>(
                    Reason.INCONSISTENT, "normalUrl or paymentSessionExpiryTime is missing or unusable", said.result());
        }
        return new Outcome.Confirmed<>(new OpenedPage(url, expires.get()), said.result());
    }

    /** Checked, never re-encoded: Antom's addresses hold characters that a strict parser refuses. */
    private static boolean isWebAddress(String url) {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && url.chars().allMatch(character -> character > ' ' && character != 0x7f);
    }

    private static <A, B> Outcome<B> undetermined(Outcome.Undetermined<A> lost) {
        return new Outcome.Undetermined<>(lost.reason(), lost.detail(), lost.hint());
    }
}
