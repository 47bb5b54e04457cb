package com.tillhouse.sandbox;

import com.tillhouse.sandbox.protocol.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a merchant does after a payment, with the smallest complete requests. */
final class MerchantCalls {

    private final SandboxFixture fixture;

    MerchantCalls(SandboxFixture fixture) {
        this.fixture = fixture;
    }

    /** Opens a session, has the buyer pay it, and lets the merchant hear of it. */
    String paid(String id) throws Exception {
        return paid(id, "ALIPAY_CN");
    }

    String paid(String id, String method) throws Exception {
        fixture.open(id);
        return acted(id, method);
    }

    /** A card payment that the merchant captures by itself. */
    String authorised(String id, String method) throws Exception {
        ObjectNode request = fixture.sessionRequest(id);
        request.withObject("/paymentFactor").put("captureMode", "MANUAL");
        fixture.call("createPaymentSession", request.toString());
        return acted(id, method);
    }

    JsonNode cancel(String paymentRequestId) throws Exception {
        return call("cancel", "{\"paymentRequestId\":\"" + paymentRequestId + "\"}");
    }

    JsonNode refund(String refundRequestId, String paymentId, long amount) throws Exception {
        return call("refund", refundRequest(refundRequestId, paymentId, amount).toString());
    }

    ObjectNode refundRequest(String refundRequestId, String paymentId, long amount) {
        ObjectNode request = (ObjectNode) Json.parse("{}");
        request.put("refundRequestId", refundRequestId);
        request.put("paymentId", paymentId);
        request.put("refundNotifyUrl", fixture.merchant.notifyUrl());
        request.withObject("/refundAmount").put("currency", "SGD").put("value", String.valueOf(amount));
        return request;
    }

    JsonNode inquireRefund(String refundRequestId) throws Exception {
        return call("inquiryRefund", "{\"refundRequestId\":\"" + refundRequestId + "\"}");
    }

    JsonNode capture(String captureRequestId, String paymentId, long amount, boolean last) throws Exception {
        ObjectNode request = (ObjectNode) Json.parse("{}");
        request.put("captureRequestId", captureRequestId);
        request.put("paymentId", paymentId);
        request.put("isLastCapture", last);
        request.withObject("/captureAmount").put("currency", "SGD").put("value", String.valueOf(amount));
        return call("capture", request.toString());
    }

    JsonNode call(String api, String body) throws Exception {
        return Json.parse(fixture.call(api, body).body());
    }

    void fault(String api, String name, String more) throws Exception {
        fixture.control("POST", "/faults", "{\"api\":\"" + api + "\",\"fault\":\"" + name + "\"" + more + "}");
    }

    static String code(JsonNode answer) {
        return answer.path("result").path("resultCode").asString();
    }

    static String status(JsonNode answer) {
        return answer.path("result").path("resultStatus").asString();
    }

    private String acted(String id, String method) throws Exception {
        fixture.control("POST", "/payments/" + id + "/pay", "{\"method\":\"" + method + "\"}");
        fixture.settle();
        return fixture.payment(id).path("payment_id").asString();
    }
}
