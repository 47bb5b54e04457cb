package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import com.tillhouse.sandbox.settings.Switches.InquiryBeforeAction;
import tools.jackson.databind.JsonNode;

/** inquiryPayment: what is true of a client's own payment. */
public final class InquirePayment {

    private final FindPayment find;
    private final SwitchStore switches;

    public InquirePayment(FindPayment find, SwitchStore switches) {
        this.find = find;
        this.switches = switches;
    }

    /** @throws RefusedException ORDER_NOT_EXIST, or PARAM_ILLEGAL */
    public Payment inquire(MerchantClient client, JsonNode body) {
        return find.named(client, body)
                .filter(this::isVisible)
                .orElseThrow(
                        () -> new RefusedException(ResultCode.ORDER_NOT_EXIST, ResultCode.ORDER_NOT_EXIST.message()));
    }

    private boolean isVisible(Payment payment) {
        return payment.state().status() != PaymentStatus.OPEN
                || switches.current().inquiryBeforeAction() == InquiryBeforeAction.PROCESSING;
    }
}
