package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Antom as a script: opens every page unless told otherwise, and says of a payment what it was told to say. */
final class ScriptedGateway implements PaymentGateway {
    static final ProviderResult SUCCESS = new ProviderResult("S", "SUCCESS", null);

    final Queue<Function<Payment, Outcome<OpenedPage>>> nextOpenings = new ConcurrentLinkedQueue<>();
    final Map<String, Outcome<PaymentNews>> inquiries = new ConcurrentHashMap<>();
    final List<String> opened = new CopyOnWriteArrayList<>();

    @Override
    public Outcome<OpenedPage> open(GatewayAccount account, CheckoutSession session, Payment payment) {
        opened.add(payment.id());
        Function<Payment, Outcome<OpenedPage>> scripted = nextOpenings.poll();
        return scripted == null ? page(payment) : scripted.apply(payment);
    }

    static Outcome<OpenedPage> page(Payment payment) {
        OpenedPage page = new OpenedPage(
                "https://antom.example/pay?sessionData=a+b==&&SG&&" + payment.id(),
                payment.state().expiresAt());
        return new Outcome.Confirmed<>(page, SUCCESS);
    }

    static Outcome<OpenedPage> lost() {
        return new Outcome.Undetermined<>(Outcome.Reason.NO_ANSWER, "deadline passed", null);
    }

    @Override
    public Outcome<PaymentNews> inquire(GatewayAccount account, String paymentId) {
        return inquiries.getOrDefault(
                paymentId, new Outcome.Undetermined<>(Outcome.Reason.NO_ANSWER, "deadline passed", null));
    }
}
