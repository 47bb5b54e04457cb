package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentKey;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.protocol.Fields;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds a client's own payment by paymentId, else by paymentRequestId. */
public final class FindPayment {

    private static final int LONGEST_ID = 64;

    private final PaymentRepository payments;

    public FindPayment(PaymentRepository payments) {
        this.payments = payments;
    }

    /** @throws RefusedException PARAM_ILLEGAL if the body names neither */
    public Optional<Payment> named(MerchantClient client, JsonNode body) {
        Fields fields = Fields.of(body);
        String paymentId = fields.optionalText("paymentId", LONGEST_ID);
        String requestId = fields.optionalText("paymentRequestId", LONGEST_ID);
        if (isMissing(paymentId) && isMissing(requestId)) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "Illegal parameter: paymentRequestId or paymentId is required.");
        }
        return isMissing(paymentId)
                ? payments.find(new PaymentKey(client.clientId(), String.valueOf(requestId)))
                : byPaymentId(client, String.valueOf(paymentId));
    }

    public Optional<Payment> byPaymentId(MerchantClient client, String paymentId) {
        return payments.findByPaymentId(paymentId)
                .filter(payment -> payment.clientId().equals(client.clientId()));
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
