package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.payment.FollowUpKey;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Fields;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts of a refund or capture request that decide what happens. */
record FollowUpRequest(
        FollowUpKey key,
        String paymentId,
        Amount amount,
        @Nullable String notifyUrl,
        boolean last) {

    private static final int ID = 64;
    private static final Set<String> WEB = Set.of("http", "https");

    /** @throws com.tillhouse.sandbox.protocol.RefusedException PARAM_ILLEGAL, naming the field */
    static FollowUpRequest ofRefund(MerchantClient client, JsonNode body) {
        Fields fields = Fields.of(body);
        FollowUpKey key = new FollowUpKey(client.clientId(), FollowUpKind.REFUND, fields.text("refundRequestId", ID));
        fields.optionalText("referenceRefundId", ID);
        fields.optionalText("refundReason", 256);
        fields.optionalText("extendInfo", 2048);
        fields.optionalText("refundNotifyUrl", 1024);
        fields.optionalTruth("isAsyncRefund");
        return new FollowUpRequest(
                key,
                fields.text("paymentId", ID),
                fields.amount("refundAmount"),
                fields.optionalUrl("refundNotifyUrl", WEB),
                false);
    }

    /** @throws com.tillhouse.sandbox.protocol.RefusedException PARAM_ILLEGAL, naming the field */
    static FollowUpRequest ofCapture(MerchantClient client, JsonNode body) {
        Fields fields = Fields.of(body);
        FollowUpKey key = new FollowUpKey(client.clientId(), FollowUpKind.CAPTURE, fields.text("captureRequestId", ID));
        fields.optionalTruth("isLastCapture");
        return new FollowUpRequest(
                key,
                fields.text("paymentId", ID),
                fields.amount("captureAmount"),
                null,
                body.path("isLastCapture").asString("false").equals("true"));
    }
}
