package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.payment.CheckoutSession;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentKey;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PaymentState;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.session.SessionRequest;
import com.tillhouse.sandbox.session.SessionRules;
import com.tillhouse.sandbox.settings.SwitchStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** createPaymentSession: checks the request and opens the session; the same request again finds the same session. */
public final class OpenSession {

    private final PaymentRepository payments;
    private final SwitchStore switches;
    private final InstantSource clock;
    private final SessionTokens tokens = new SessionTokens();

    public OpenSession(PaymentRepository payments, SwitchStore switches, InstantSource clock) {
        this.payments = payments;
        this.switches = switches;
        this.clock = clock;
    }

    /** @throws RefusedException with Antom's code */
    public Payment open(MerchantClient client, String rawBody, JsonNode body) {
        Instant now = clock.instant();
        PaymentKey key =
                new PaymentKey(client.clientId(), body.path("paymentRequestId").asString(""));
        Payment known = payments.find(key).orElse(null);
        if (known != null) {
            return repeated(known, body);
        }
        SessionRequest request = SessionRules.read(body, now, switches.current().requireSeedFields());
        Payment payment = payments.findOrAdd(key, () -> opened(client, request, rawBody, now));
        return payment.requestBody().equals(rawBody) ? payment : repeated(payment, body);
    }

    private Payment repeated(Payment known, JsonNode body) {
        if (!Json.parse(known.requestBody()).equals(body)) {
            throw new RefusedException(
                    switches.current().repeatedSession().code(),
                    "paymentRequestId " + known.request().paymentRequestId() + " was used with another body.");
        }
        return known;
    }

    private Payment opened(MerchantClient client, SessionRequest request, String rawBody, Instant now) {
        Instant expiry = request.expiryTime() == null ? now.plus(SessionRules.LONGEST_LIFE) : request.expiryTime();
        CheckoutSession session =
                new CheckoutSession(tokens.sessionId(), tokens.sessionData(), tokens.formToken(), now, expiry);
        return new Payment(
                client.clientId(),
                tokens.paymentId(now),
                request,
                rawBody,
                session,
                PaymentState.open(),
                List.of(),
                List.of());
    }
}
