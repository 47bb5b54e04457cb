package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKey;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.protocol.Fields;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import com.tillhouse.sandbox.settings.Switches.RefundNotFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** inquiryRefund: what has become of a client's own refund, by refundId, else by refundRequestId. */
public final class InquireRefund {

    private static final int LONGEST_ID = 64;

    private final PaymentRepository payments;
    private final SwitchStore switches;

    public InquireRefund(PaymentRepository payments, SwitchStore switches) {
        this.payments = payments;
        this.switches = switches;
    }

    /**
     * The refund; nothing if there is none and the switch wants that told by an empty success.
     *
     * @throws RefusedException ORDER_NOT_EXIST, or PARAM_ILLEGAL
     */
    public Optional<FollowUp> inquire(MerchantClient client, JsonNode body) {
        Fields fields = Fields.of(body);
        String refundId = fields.optionalText("refundId", LONGEST_ID);
        String requestId = fields.optionalText("refundRequestId", LONGEST_ID);
        if (isMissing(refundId) && isMissing(requestId)) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "Illegal parameter: refundRequestId or refundId is required.");
        }
        Optional<FollowUp> found = isMissing(refundId)
                ? byRequestId(client, String.valueOf(requestId))
                : byRefundId(client, String.valueOf(refundId));
        if (found.isEmpty() && switches.current().refundNotFound() == RefundNotFound.ORDER_NOT_EXIST) {
            throw new RefusedException(ResultCode.ORDER_NOT_EXIST, "The refund does not exist.");
        }
        return found;
    }

    private Optional<FollowUp> byRequestId(MerchantClient client, String requestId) {
        return payments.findByFollowUp(new FollowUpKey(client.clientId(), FollowUpKind.REFUND, requestId))
                .flatMap(payment -> payment.followUp(FollowUpKind.REFUND, requestId));
    }

    private Optional<FollowUp> byRefundId(MerchantClient client, String refundId) {
        return payments.findByRefundId(refundId)
                .filter(payment -> payment.clientId().equals(client.clientId()))
                .flatMap(payment -> refund(payment, refundId));
    }

    private static Optional<FollowUp> refund(Payment payment, String refundId) {
        return payment.followUps(FollowUpKind.REFUND)
                .filter(each -> refundId.equals(each.id()))
                .findFirst();
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
