package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.payment.InquirePayment;
import com.tillhouse.sandbox.payment.OpenSession;
import com.tillhouse.sandbox.payment.PaymentRepository;
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

    private final OpenSession openSession;
    private final InquirePayment inquirePayment;
    private final PaymentRepository payments;
    private final Supplier<String> pageAddress;

    /** @param pageAddress where the hosted page is, without a query; known once the server has its port */
    public GatewayApis(
            OpenSession openSession,
            InquirePayment inquirePayment,
            PaymentRepository payments,
            Supplier<String> pageAddress) {
        this.openSession = openSession;
        this.inquirePayment = inquirePayment;
        this.payments = payments;
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

    Object answer(Api api, MerchantClient client, String rawBody, JsonNode body) {
        return switch (api) {
            case CREATE_PAYMENT_SESSION -> Answers.session(openSession.open(client, rawBody, body), pageAddress.get());
            case INQUIRY_PAYMENT -> Answers.inquiry(inquirePayment.inquire(client, body));
            case NOTIFY_PAYMENT -> throw new IllegalArgumentException("Antom calls that, nobody calls Antom by it");
        };
    }

    /** Which payment a call is about, as far as it says so. */
    @Nullable
    String paymentRequestId(JsonNode body) {
        String paymentId = body.path("paymentId").asString("");
        return payments.findByPaymentId(paymentId)
                .map(payment -> payment.request().paymentRequestId())
                .orElseGet(() -> body.path("paymentRequestId").asString(""));
    }

    static JsonNode parsed(String body) {
        try {
            JsonNode node = Json.parse(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "The request body is not JSON: " + e.getOriginalMessage());
        }
        throw new RefusedException(ResultCode.PARAM_ILLEGAL, "The request body must be a JSON object.");
    }
}
