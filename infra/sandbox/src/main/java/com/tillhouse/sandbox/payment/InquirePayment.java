package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import com.tillhouse.sandbox.settings.Switches.InquiryBeforeAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** inquiryPayment: finds a client's own payment by paymentId, else by paymentRequestId. */
public final class InquirePayment {

    private static final int LONGEST_ID = 64;

    private final PaymentRepository payments;
    private final SwitchStore switches;

    public InquirePayment(PaymentRepository payments, SwitchStore switches) {
        this.payments = payments;
        this.switches = switches;
    }

    /** @throws RefusedException ORDER_NOT_EXIST, or PARAM_ILLEGAL */
    public Payment inquire(MerchantClient client, JsonNode body) {
        String paymentId = id(body, "paymentId");
        String requestId = id(body, "paymentRequestId");
        if (paymentId == null && requestId == null) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "Illegal parameter: paymentRequestId or paymentId is required.");
        }
        return find(client, paymentId, requestId)
                .filter(this::isVisible)
                .orElseThrow(
                        () -> new RefusedException(ResultCode.ORDER_NOT_EXIST, ResultCode.ORDER_NOT_EXIST.message()));
    }

    private Optional<Payment> find(MerchantClient client, @Nullable String paymentId, @Nullable String requestId) {
        if (paymentId != null) {
            return payments.findByPaymentId(paymentId)
                    .filter(payment -> payment.clientId().equals(client.clientId()));
        }
        return payments.find(new PaymentKey(client.clientId(), String.valueOf(requestId)));
    }

    private boolean isVisible(Payment payment) {
        return payment.state().status() != PaymentStatus.OPEN
                || switches.current().inquiryBeforeAction() == InquiryBeforeAction.PROCESSING;
    }

    private static @Nullable String id(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode()
                || node.isNull()
                || node.isString() && node.asString().isEmpty()) {
            return null;
        }
        if (!node.isString() || node.asString().length() > LONGEST_ID) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL,
                    "Illegal parameter: " + name + " must be a string of at most 64 characters.");
        }
        return node.asString();
    }
}
