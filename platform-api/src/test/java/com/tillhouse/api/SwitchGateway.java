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

/** The real way to Antom, unless a test says what the next openings end with. */
final class SwitchGateway implements PaymentGateway {
    private final PaymentGateway real;
    private final Queue<Function<Payment, Outcome<OpenedPage>>> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicInteger inquiries = new AtomicInteger();
    private final AtomicInteger answersToLose = new AtomicInteger();

    SwitchGateway(PaymentGateway real) {
        this.real = real;
    }

    void nextOpening(Function<Payment, Outcome<OpenedPage>> outcome) {
        next.add(outcome);
    }

    /** Antom opens the page, and its answer is lost on the way. */
    void loseNextAnswer() {
        answersToLose.incrementAndGet();
    }

    int openings() {
        return openings.get();
    }

    int inquiries() {
        return inquiries.get();
    }

    /** Antom gives no answer. */
    static Outcome<OpenedPage> lost(Outcome.Reason reason) {
        return new Outcome.Undetermined<>(reason, "scripted", null);
    }

    /** Antom refuses. */
    static Outcome<OpenedPage> declined() {
        return new Outcome.Declined<>(new ProviderResult("F", "PARAM_ILLEGAL", "Illegal parameters."));
    }

    @Override
    public Outcome<OpenedPage> open(GatewayAccount account, CheckoutSession session, Payment payment) {
        openings.incrementAndGet();
        Function<Payment, Outcome<OpenedPage>> scripted = next.poll();
        if (scripted != null) {
            return scripted.apply(payment);
        }
        Outcome<OpenedPage> answer = real.open(account, session, payment);
        boolean lose = answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        return lose ? lost(Outcome.Reason.NO_ANSWER) : answer;
    }

    @Override
    public Outcome<PaymentNews> inquire(GatewayAccount account, String paymentId) {
        inquiries.incrementAndGet();
        return real.inquire(account, paymentId);
    }
}
