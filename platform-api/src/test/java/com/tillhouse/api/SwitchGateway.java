package com.tillhouse.api;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Opens every page at once, unless a test says what the next openings end with. */
final class SwitchGateway implements PaymentGateway {
    private final Queue<Function<Payment, Outcome<OpenedPage>>> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger openings = new AtomicInteger();

    void nextOpening(Function<Payment, Outcome<OpenedPage>> outcome) {
        next.add(outcome);
    }

    int openings() {
        return openings.get();
    }

    static Outcome<OpenedPage> page(Payment payment) {
        OpenedPage page = new OpenedPage(
                "https://antom.example/pay?sessionData=a+b==&&SG&&" + payment.id(),
                payment.state().expiresAt());
        return new Outcome.Confirmed<>(page, new ProviderResult("S", "SUCCESS", null));
    }

    @Override
    public Outcome<OpenedPage> open(GatewayAccount account, CheckoutSession session, Payment payment) {
        openings.incrementAndGet();
        Function<Payment, Outcome<OpenedPage>> scripted = next.poll();
        return scripted == null ? page(payment) : scripted.apply(payment);
    }

    @Override
    public Outcome<PaymentNews> inquire(GatewayAccount account, String paymentId) {
        return new Outcome.Undetermined<>(Outcome.Reason.NO_ANSWER, "deadline passed", null);
    }
}
