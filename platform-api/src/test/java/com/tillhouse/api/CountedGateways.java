package com.tillhouse.api;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.port.RefundGateway;
import java.util.concurrent.atomic.AtomicInteger;

/** The real ways to Antom, with a count of what goes there. */
final class CountedGateways {
    private CountedGateways() {}

    static final class Refunds implements RefundGateway {
        private final RefundGateway real;
        private final AtomicInteger calls = new AtomicInteger();

        Refunds(RefundGateway real) {
            this.real = real;
        }

        int calls() {
            return calls.get();
        }

        @Override
        public Outcome<RefundNews> send(GatewayAccount account, Refund refund, String providerPaymentId) {
            calls.incrementAndGet();
            return real.send(account, refund, providerPaymentId);
        }

        @Override
        public Outcome<RefundNews> inquire(GatewayAccount account, String refundId) {
            calls.incrementAndGet();
            return real.inquire(account, refundId);
        }
    }

    static final class Captures implements CaptureGateway {
        private final CaptureGateway real;
        private final AtomicInteger calls = new AtomicInteger();

        Captures(CaptureGateway real) {
            this.real = real;
        }

        int calls() {
            return calls.get();
        }

        @Override
        public Outcome<CaptureNews> send(GatewayAccount account, Capture capture, String providerPaymentId) {
            calls.incrementAndGet();
            return real.send(account, capture, providerPaymentId);
        }

        @Override
        public Outcome<CaptureNews> inquire(GatewayAccount account, Capture capture) {
            calls.incrementAndGet();
            return real.inquire(account, capture);
        }
    }

    static final class Cancels implements CancelGateway {
        private final CancelGateway real;
        private final AtomicInteger calls = new AtomicInteger();

        Cancels(CancelGateway real) {
            this.real = real;
        }

        int calls() {
            return calls.get();
        }

        @Override
        public Outcome<ProviderResult> cancel(GatewayAccount account, Payment payment) {
            calls.incrementAndGet();
            return real.cancel(account, payment);
        }
    }
}
