package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The calls of the gateway: which path is which, and what answers it. */
public final class GatewayApis {

    private static final Pattern PATH = Pattern.compile("/ams/(?:sandbox/)?api/v1/payments/([A-Za-z]+)");

    private final PaymentApis apis;
    private final Supplier<String> pageAddress;

    /** @param pageAddress where the hosted page is, without a query; known once the server has its port */
    public GatewayApis(PaymentApis apis, Supplier<String> pageAddress) {
        this.apis = apis;
        this.pageAddress = pageAddress;
    }

    /** @throws RefusedException NO_INTERFACE_DEF if there is no such API */
    Api at(String path) {
        Matcher matcher = PATH.matcher(path);
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .flatMap(matched -> Api.named(matched.group(1)))
                .filter(Api::isCalled)
                .orElseThrow(() -> new RefusedException(
                        ResultCode.NO_INTERFACE_DEF, "The sandbox serves no API at " + path + "."));
    }

    /** @throws RefusedException with Antom's code */
    Object answer(Api api, MerchantClient client, Call call, @Nullable Fault fault) {
        JsonNode body = call.body;
        return switch (api) {
            case CREATE_PAYMENT_SESSION ->
                Answers.session(apis.openSession().open(client, call.rawBody, body), pageAddress.get());
            case INQUIRY_PAYMENT -> Answers.inquiry(apis.inquirePayment().inquire(client, body));
            case CANCEL -> FollowUpAnswers.cancel(apis.cancel().cancel(client, body, fault));
            case REFUND -> FollowUpAnswers.made(apis.refund().refund(client, body, fault));
            case INQUIRY_REFUND ->
                FollowUpAnswers.refundInquiry(apis.inquireRefund().inquire(client, body));
            case CAPTURE -> FollowUpAnswers.made(apis.capture().capture(client, body, fault));
            case NOTIFY_PAYMENT, NOTIFY_REFUND, NOTIFY_CAPTURE, PAY ->
                throw new IllegalArgumentException("Nobody calls Antom by " + api);
        };
    }

    /** @throws RefusedException PARAM_ILLEGAL if it is no JSON object */
    static Call parsed(String rawBody) {
        try {
            JsonNode node = Json.parse(rawBody);
            if (node.isObject()) {
                return new Call(rawBody, node);
            }
        } catch (JacksonException e) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "The request body is not JSON: " + e.getOriginalMessage());
        }
        throw new RefusedException(ResultCode.PARAM_ILLEGAL, "The request body must be a JSON object.");
    }

    /** A body as it came, and as it reads. */
    record Call(String rawBody, JsonNode body) {}
}
