package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.followup.MakeFollowUp.Made;
import com.tillhouse.sandbox.payment.FollowUpKey;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.protocol.Amount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** refund: gives money of a payment back, once for each refundRequestId. */
public final class RefundPayment {

    private final MakeFollowUp make;

    public RefundPayment(MakeFollowUp make) {
        this.make = make;
    }

    /** @throws com.tillhouse.sandbox.protocol.RefusedException with Antom's code */
    public Made refund(MerchantClient client, JsonNode body, @Nullable Fault fault) {
        return make.make(FollowUpRequest.ofRefund(client, body), fault);
    }

    /**
     * What a person does in Antom's dashboard: the merchant hears of it by a notification with an id it never gave.
     *
     * @throws com.tillhouse.sandbox.protocol.RefusedException with Antom's code
     */
    public Made refundInDashboard(Payment payment, Amount amount) {
        FollowUpKey key = new FollowUpKey(payment.clientId(), FollowUpKind.REFUND, make.foreignRequestId());
        return make.makeForeign(payment, new FollowUpRequest(key, payment.paymentId(), amount, null, false));
    }
}
