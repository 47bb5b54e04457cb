package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of createPaymentSession: what is refused, and that the refusal names the field. */
class SessionRulesIT {

    private static final String TRANSIT = """
            {"transitType":"FLIGHT","legs":[{"departureTime":"2024-11-27T12:01:01+08:00",
             "departureAddress":{"city":"SZX"},"arrivalAddress":{"city":"HKG"},"carrierNo":"111"}]}
            """;

    private static SandboxFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new SandboxFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/productCode",
                "/productScene",
                "/paymentRequestId",
                "/order",
                "/order/referenceOrderId",
                "/order/orderDescription",
                "/order/orderAmount",
                "/order/goods/0/referenceGoodsId",
                "/order/goods/0/goodsName",
                "/paymentAmount",
                "/paymentAmount/currency",
                "/paymentAmount/value",
                "/paymentRedirectUrl",
                "/order/transit/transitType",
                "/order/transit/legs",
                "/order/transit/legs/0/departureTime",
                "/order/transit/legs/0/departureAddress",
                "/order/transit/legs/0/departureAddress/city",
                "/order/transit/legs/0/arrivalAddress/city",
                "/order/transit/legs/0/carrierNo"
            })
    void refusesARequestWithoutAMandatoryField(String pointer) throws Exception {
        ObjectNode request = requestWithTransit("P-missing");
        int last = pointer.lastIndexOf('/');
        JsonNode parent = last == 0 ? request : request.at(pointer.substring(0, last));
        ((ObjectNode) parent).remove(pointer.substring(last + 1));

        refuses(request, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/paymentAmount/value | 6000",
                "/paymentAmount/value | `\"0\"`",
                "/paymentAmount/value | `\"-1\"`",
                "/paymentAmount/value | `\"6e3\"`",
                "/paymentAmount/value | `\"60.00\"`",
                "/paymentAmount/value | `\"06000\"`",
                "/paymentAmount/value | `\"12345678901234567\"`",
                "/paymentAmount/currency | `\"KWD\"`",
                "/paymentAmount/currency | `\"sgd\"`",
                "/order/orderAmount/currency | `\"XXX\"`",
                "/order/goods/0/goodsQuantity | `\"0\"`",
                "/order/goods/0/goodsUnitAmount/value | `\"1.5\"`",
                "/order/goods | {}",
                "/order | []",
                "/productCode | `\"AGREEMENT_PAYMENT\"`",
                "/productScene | `\"ELEMENT_PAYMENT\"`",
                "/paymentRedirectUrl | `\"/back\"`",
                "/paymentRedirectUrl | `\"javascript:alert(1)\"`",
                "/paymentRedirectUrl | `\"https://shop.example/b\\r\\nSet-Cookie: a=b\"`",
                "/paymentNotifyUrl | `\"ftp://shop.example/\"`",
                "/paymentNotifyUrl | `\"shop.example\"`",
                "/paymentSessionExpiryTime | `\"2026-11-22T12:00:00\"`",
                "/paymentSessionExpiryTime | `\"2026-11-22T03:59:59Z\"`",
                "/paymentSessionExpiryTime | `\"2026-11-22T05:00:01Z\"`",
                "/env/terminalType | `\"FRIDGE\"`",
                "/order/transit/transitType | `\"ROCKET\"`",
                "/order/transit/legs/0/departureTime | `\"tomorrow\"`",
                "/order/transit/legs/0/departureAddress/city | `\"Shenzhen\"`",
                "/locale | `\"zh_Hans_CN\"`"
            })
    void refusesAWrongValue(String pointer, String value) throws Exception {
        ObjectNode request = requestWithTransit("P-wrong");
        request.putObject("env").put("terminalType", "WEB");
        int last = pointer.lastIndexOf('/');
        JsonNode parent = last == 0 ? request : request.at(pointer.substring(0, last));
        ((ObjectNode) parent).set(pointer.substring(last + 1), Json.parse(value));

        refuses(request, pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "/paymentRequestId,64",
        "/order/referenceOrderId,64",
        "/order/orderDescription,256",
        "/order/goods/0/referenceGoodsId,64",
        "/order/goods/0/goodsName,256",
        "/order/transit/legs/0/carrierNo,64"
    })
    void countsCharacters(String pointer, int longest) throws Exception {
        ObjectNode request = requestWithTransit("P-long-" + longest);
        int last = pointer.lastIndexOf('/');
        JsonNode parent = last == 0 ? request : request.at(pointer.substring(0, last));
        ((ObjectNode) parent).put(pointer.substring(last + 1), "x".repeat(longest + 1));

        refuses(request, pointer);
    }

    @Test
    void refusesRupiahThatDoNotEndInTwoZeros() throws Exception {
        ObjectNode request = fixture.sessionRequest("P-idr");
        request.putObject("paymentAmount").put("currency", "IDR").put("value", "150050");
        refuses(request, "/paymentAmount/value");

        request.putObject("paymentAmount").put("currency", "IDR").put("value", "150000");
        assertThat(code(request)).isEqualTo("SUCCESS");
    }

    @Test
    void acceptsWhatTheSdkSendsBare() throws Exception {
        ObjectNode request = requestWithTransit("P-bare");
        request.put("enableInstallmentCollection", false);
        request.withObject("/order/buyer").put("isAccountVerified", true);
        ((ObjectNode) request.at("/order/goods/0")).put("goodsQuantity", 3);
        request.put("somethingNew", "ignored");

        assertThat(code(request)).isEqualTo("SUCCESS");
    }

    @Test
    void keepsAShorterLife() throws Exception {
        ObjectNode request = fixture.sessionRequest("P-short");
        request.put("paymentSessionExpiryTime", "2026-11-22T12:10:00+08:00");

        HttpResponse<String> answer = fixture.call("createPaymentSession", request.toString());
        assertThat(Json.parse(answer.body()).path("paymentSessionExpiryTime").asString())
                .isEqualTo("2026-11-22T12:10:00+08:00");
    }

    private static ObjectNode requestWithTransit(String id) {
        ObjectNode request = fixture.sessionRequest(id);
        request.withObject("/order").set("transit", Json.parse(TRANSIT));
        return request;
    }

    private static void refuses(ObjectNode request, String pointer) throws Exception {
        HttpResponse<String> answer = fixture.call("createPaymentSession", request.toString());
        JsonNode result = Json.parse(answer.body()).path("result");
        String field = pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        assertThat(result.path("resultCode").asString()).isEqualTo("PARAM_ILLEGAL");
        assertThat(result.path("resultMessage").asString()).contains(field + " ");
        assertThat(answer.headers().firstValue("signature")).isPresent();
    }

    private static String code(ObjectNode request) throws Exception {
        HttpResponse<String> answer = fixture.call("createPaymentSession", request.toString());
        return Json.parse(answer.body()).path("result").path("resultCode").asString();
    }
}
