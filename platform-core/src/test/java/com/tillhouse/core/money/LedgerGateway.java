package com.tillhouse.core.money;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.port.RefundGateway;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An Antom that does what it is asked, once for each id, remembers it, and can be told to answer something else. */
final class LedgerGateway implements PaymentGateway, CancelGateway {
    static final ProviderResult SUCCESS = new ProviderResult("S", "SUCCESS", null);

    final Queue<Function<Payment, Outcome<OpenedPage>>> nextOpenings = new ConcurrentLinkedQueue<>();
    final Map<String, Outcome<PaymentNews>> payments = new ConcurrentHashMap<>();
    final Map<String, Function<Payment, Outcome<ProviderResult>>> cancels = new ConcurrentHashMap<>();
    final Map<String, Function<Refund, Outcome<RefundNews>>> refunds = new ConcurrentHashMap<>();
    final Map<String, Function<Capture, Outcome<CaptureNews>>> captures = new ConcurrentHashMap<>();
    /** Capture id to minor units that were taken. */
    final Map<String, Long> taken = new ConcurrentHashMap<>();

    /** Refund id to what happens elsewhere while Antom is being asked about it. */
    final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

    final List<String> calls = new CopyOnWriteArrayList<>();
    /** Refund id to minor units that left. */
    final Map<String, Long> given = new ConcurrentHashMap<>();

    @Override
    public Outcome<OpenedPage> open(GatewayAccount account, CheckoutSession session, Payment payment) {
        calls.add("open " + payment.id());
        Function<Payment, Outcome<OpenedPage>> scripted = nextOpenings.poll();
        return scripted == null
                ? new Outcome.Confirmed<>(
                        new OpenedPage(
                                "https://antom.example/" + payment.id(),
                                payment.state().expiresAt()),
                        SUCCESS)
                : scripted.apply(payment);
    }

    @Override
    public Outcome<PaymentNews> inquire(GatewayAccount account, String paymentId) {
        return payments.getOrDefault(paymentId, lost());
    }

    @Override
    public Outcome<ProviderResult> cancel(GatewayAccount account, Payment payment) {
        calls.add("cancel " + payment.id());
        return cancels.getOrDefault(payment.id(), found -> new Outcome.Confirmed<>(SUCCESS, SUCCESS))
                .apply(payment);
    }

    /** What Antom does by itself: the money leaves once, however often it is asked. */
    Outcome<RefundNews> give(Refund refund) {
        given.put(refund.id(), refund.origin().amount().value());
        return answer(refund, RefundNews.Standing.SUCCEEDED);
    }

    static Outcome<RefundNews> answer(Refund refund, RefundNews.Standing standing) {
        return new Outcome.Confirmed<>(
                new RefundNews(standing, Cause.API, SUCCESS, refund.origin().amount(), "antom-" + refund.id(), null),
                SUCCESS);
    }

    Outcome<CaptureNews> takeMoney(Capture capture) {
        taken.put(capture.id(), capture.origin().amount().value());
        return answer(capture, CaptureNews.Standing.SUCCEEDED, SUCCESS);
    }

    static Outcome<CaptureNews> answer(Capture capture, CaptureNews.Standing standing, ProviderResult result) {
        return new Outcome.Confirmed<>(
                new CaptureNews(standing, Cause.API, result, capture.origin().amount(), "antom-" + capture.id(), null),
                result);
    }

    static <T> Outcome<T> lost() {
        return new Outcome.Undetermined<>(Outcome.Reason.NO_ANSWER, "deadline passed", null);
    }

    static <T> Outcome<T> declined(String code) {
        return new Outcome.Declined<>(new ProviderResult("F", code, null));
    }

    /** The same Antom's door for captures. */
    CaptureGateway captureGateway() {
        return new CaptureGateway() {
            @Override
            public Outcome<CaptureNews> send(GatewayAccount account, Capture capture, String providerPaymentId) {
                calls.add("capture " + capture.id());
                return captures.getOrDefault(capture.origin().paymentId(), LedgerGateway.this::takeMoney)
                        .apply(capture);
            }

            @Override
            public Outcome<CaptureNews> inquire(GatewayAccount account, Capture capture) {
                calls.add("inquire " + capture.id());
                CaptureNews.Standing standing = taken.containsKey(capture.id())
                        ? CaptureNews.Standing.SUCCEEDED
                        : CaptureNews.Standing.UNKNOWN_THERE;
                return new Outcome.Confirmed<>(
                        new CaptureNews(standing, Cause.INQUIRY, SUCCESS, null, null, null), SUCCESS);
            }
        };
    }

    /** The same Antom's door for refunds; a class of its own because both doors have an {@code inquire}. */
    RefundGateway refundGateway() {
        return new RefundGateway() {
            @Override
            public Outcome<RefundNews> send(GatewayAccount account, Refund refund, String providerPaymentId) {
                calls.add("refund " + refund.id());
                return refunds.getOrDefault(refund.origin().paymentId(), LedgerGateway.this::give)
                        .apply(refund);
            }

            @Override
            public Outcome<RefundNews> inquire(GatewayAccount account, String refundId) {
                calls.add("inquire " + refundId);
                meanwhile.getOrDefault(refundId, () -> {}).run();
                Long amount = given.get(refundId);
                RefundNews.Standing standing =
                        amount == null ? RefundNews.Standing.UNKNOWN_THERE : RefundNews.Standing.SUCCEEDED;
                return new Outcome.Confirmed<>(
                        new RefundNews(standing, Cause.INQUIRY, SUCCESS, null, null, null), SUCCESS);
            }
        };
    }
}
