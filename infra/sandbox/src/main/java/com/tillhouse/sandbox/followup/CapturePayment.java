package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.followup.MakeFollowUp.Made;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** capture: takes money that a payment has authorised, once for each captureRequestId. */
public final class CapturePayment {

    private final MakeFollowUp make;

    public CapturePayment(MakeFollowUp make) {
        this.make = make;
    }

    /** @throws com.tillhouse.sandbox.protocol.RefusedException with Antom's code */
    public Made capture(MerchantClient client, JsonNode body, @Nullable Fault fault) {
        return make.make(FollowUpRequest.ofCapture(client, body), fault);
    }
}
