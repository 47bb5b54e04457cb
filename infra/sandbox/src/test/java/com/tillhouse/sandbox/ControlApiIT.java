package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ControlApiIT {

    private SandboxFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void registersAClientAndKeepsAntomsKeyForLife() throws Exception {
        JsonNode first = register(RsaKeys.encode(RsaKeys.generate().getPublic()));
        String next = RsaKeys.encode(RsaKeys.generate().getPublic());
        JsonNode second = register(next);
        JsonNode again = register(next);

        assertThat(first.path("key_version").asInt()).isEqualTo(1);
        assertThat(second.path("key_version").asInt()).isEqualTo(2);
        assertThat(again.path("key_version").asInt()).isEqualTo(2);
        assertThat(second.path("antom_public_key")).isEqualTo(first.path("antom_public_key"));
        assertThat(RsaKeys.readPublic(first.path("antom_public_key").asString()))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "POST | /faults | {\"api\":\"createPaymentSession\",\"fault\":\"explode\"} | 400 | /fault | lose_response",
                "POST | /faults | {\"api\":\"payLater\",\"fault\":\"delay\"} | 400 | /api | inquiryPayment",
                "POST | /faults | {\"api\":\"notifyPayment\",\"fault\":\"delay\"} | 400 | /fault | duplicate",
                "POST | /faults | {\"api\":\"inquiryPayment\",\"fault\":\"tamper\"} | 400 | /fault | drip",
                "POST | /faults | {\"api\":\"inquiryPayment\",\"fault\":\"delay\",\"count\":0} | 400 | /count | 1",
                "POST | /faults | {\"api\":\"inquiryPayment\",\"fault\":\"delay\",\"delay\":\"soon\"} | 400 | /delay | PT",
                "POST | /faults | {\"api\":\"inquiryPayment\",\"falt\":\"delay\"} | 400 | /falt | fault",
                "POST | /faults | {\"fault\":\"delay\"} | 400 | /api | string",
                "POST | /clock | {\"advance\":\"-PT1H\"} | 400 | /advance | forward",
                "POST | /clock | {} | 400 | /advance | PT25H",
                "POST | /clock | {\"advance\":3600} | 400 | /advance | quotes",
                "POST | /clock | [] | 400 | `` | object",
                "POST | /clock | {\"advance\" | 400 | `` | JSON",
                "POST | /clients | {\"client_id\":\"C\"} | 400 | /merchant_public_key | string",
                "POST | /clients | {\"client_id\":\"C\",\"merchant_public_key\":\"AAAA\"} | 400 | /merchant_public_key | X.509",
                "POST | /clients | {\"client_id\":\"a b\",\"merchant_public_key\":\"AAAA\"} | 400 | /client_id | SANDBOX",
                "POST | /settings | {\"several_attempts\":\"maybe\"} | 400 | /several_attempts | GET",
                "POST | /settings | {\"several_attempts\":null} | 400 | /several_attempts | GET",
                "POST | /settings | {\"retry_time_factor\":-1} | 400 | /retry_time_factor | GET",
                "POST | /settings | {\"decline_code\":\"NO\"} | 400 | /decline_code | GET",
                "POST | /settings | {\"speed\":9} | 400 | /speed | decline_code"
            })
    void saysWhatIsWrongWhereAndWhatToDo(
            String method, String path, String body, int status, String pointer, String remedy) throws Exception {
        HttpResponse<String> answer = fixture.tryControl(method, path, body);

        JsonNode problem = Json.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem.path("pointer").asString()).isEqualTo(pointer);
        assertThat(problem.path("remedy").asString()).contains(remedy);
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/payments/nobody,404",
        "POST,/payments/nobody/pay,404",
        "GET,/nothing,404",
        "GET,/clock/hands,404",
        "DELETE,/payments/nobody,405",
        "PUT,/clock,405",
        "GET,/clients,405",
        "GET,/ledger?date=yesterday,400",
        "GET,/payments/%25zz,404"
    })
    void answersEveryWrongCallWithAProblem(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = fixture.tryControl(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("remedy").asString()).isNotEmpty();
    }

    @Test
    void findsPaymentsWhoseIdNeedsEncoding() throws Exception {
        fixture.open("a/b +*&%");
        String path = "/payments/a%2Fb%20+*&%25";

        assertThat(fixture.control("POST", path + "/pay", "")
                        .path("payment_request_id")
                        .asString())
                .isEqualTo("a/b +*&%");
    }

    @Test
    void tellsNoVersionInErrorsOfTheServerItself() throws Exception {
        HttpResponse<String> answer =
                fixture.send("/nowhere", HttpRequest.newBuilder().GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Tomcat");
    }

    @Test
    void refusesAStepThatThePaymentCannotTake() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/decline", "");

        HttpResponse<String> answer = fixture.tryControl("POST", "/payments/P1/pay", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("it is FAIL and can't become SUCCESS");
    }

    @Test
    void refusesToPayAfterTheHour() throws Exception {
        fixture.control("POST", "/settings", "{\"several_attempts\":true}");
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/decline", "");
        fixture.advance("PT1H");

        assertThat(fixture.tryControl("POST", "/payments/P1/pay", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void tellsClientsWithTheSameRequestIdApart() throws Exception {
        fixture.sandbox()
                .register(new Registration(
                        "CLIENT_2", RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPublic()), null, null, null));
        fixture.open("P1");
        String uri = SandboxFixture.PAYMENTS + "createPaymentSession";
        String body = fixture.sessionRequest("P1").toString();
        fixture.send(uri, SandboxFixture.request(uri, "CLIENT_2", "1", body, SandboxFixture.MERCHANT_KEYS));

        assertThat(fixture.tryControl("POST", "/payments/P1/pay", "").statusCode())
                .isEqualTo(409);
        fixture.control("POST", "/payments/P1/pay?client_id=CLIENT_2", "");
        assertThat(fixture.payment("P1?client_id=CLIENT_2").path("status").asString())
                .isEqualTo("SUCCESS");
        assertThat(fixture.payment("P1?client_id=" + SandboxFixture.CLIENT)
                        .path("status")
                        .asString())
                .isEqualTo("OPEN");
        assertThat(fixture.inquire("P1").path("result").path("resultCode").asString())
                .isEqualTo("ORDER_NOT_EXIST");
        assertThat(fixture.control("GET", "/ledger?client_id=CLIENT_2", "")
                        .path("payments")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void showsTheLedgerOfADayInAntomsZone() throws Exception {
        fixture.open("P1");
        fixture.advance("PT12H");
        fixture.open("P2");

        assertThat(ids("/ledger")).containsExactly("P1", "P2");
        assertThat(ids("/ledger?date=2026-11-22")).containsExactly("P1");
        assertThat(ids("/ledger?date=2026-11-23")).containsExactly("P2");
    }

    @Test
    void movesAndResetsTheClock() throws Exception {
        fixture.advance("PT25H");
        JsonNode face = fixture.control("GET", "/clock", "");
        assertThat(face.path("now").asString()).isEqualTo("2026-11-23T05:00:00Z");
        assertThat(face.path("ahead").asString()).isEqualTo("PT25H");

        fixture.control("DELETE", "/clock", "");
        assertThat(fixture.control("GET", "/clock", "").path("now").asString()).isEqualTo("2026-11-22T04:00:00Z");
    }

    @Test
    void answersAnInquiryBeforeActionWithProcessingWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"inquiry_before_action\":\"PROCESSING\"}");
        fixture.open("P1");

        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("PROCESSING");
    }

    @Test
    void refusesARepeatedRequestIdWithAnotherBody() throws Exception {
        ObjectNode request = fixture.sessionRequest("P1");
        JsonNode first = fixture.open("P1");
        assertThat(fixture.open("P1")).isEqualTo(first);

        request.put("locale", "de");
        String other = request.toString();
        assertThat(codeOf(other)).isEqualTo("REPEAT_REQ_INCONSISTENT");
        fixture.control("POST", "/settings", "{\"repeated_session\":\"PARAM_ILLEGAL\"}");
        assertThat(codeOf(other)).isEqualTo("PARAM_ILLEGAL");
    }

    @Test
    void asksForTheSeedsFieldsWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"require_seed_fields\":true}");
        assertThat(codeOf(fixture.sessionRequest("P1").toString())).isEqualTo("PARAM_ILLEGAL");

        ObjectNode request = fixture.sessionRequest("P1");
        request.withObject("/order/buyer").put("referenceBuyerId", "B1");
        request.withObject("/order/buyer/buyerName").put("fullName", "Mika");
        request.withObject("/paymentMethod").put("paymentMethodType", "CARD");
        assertThat(codeOf(request.toString())).isEqualTo("SUCCESS");
    }

    @Test
    void declinesWithTheCodeTheSwitchNames() throws Exception {
        fixture.control("POST", "/settings", "{\"decline_code\":\"RISK_REJECT\"}");
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/decline", "");

        assertThat(fixture.inquire("P1").path("paymentResultCode").asString()).isEqualTo("RISK_REJECT");
    }

    @Test
    void isNotServedOverHttpsNorToForeignPages() throws Exception {
        HttpRequest.Builder foreign = HttpRequest.newBuilder()
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"PT1H\"}"));

        assertThat(fixture.send("/control/clock", foreign).statusCode()).isEqualTo(403);
        assertThat(fixture.control("GET", "/clock", "").path("ahead").asString())
                .isEqualTo("PT0S");
    }

    private JsonNode register(String key) throws Exception {
        return fixture.control(
                "POST",
                "/clients",
                "{\"client_id\":\"CLIENT_NEW\",\"merchant_public_key\":\"" + key
                        + "\",\"brand_name\":\"Kopi\",\"logo_url\":\"https://shop.example/logo.svg\"}");
    }

    private List<String> ids(String path) throws Exception {
        return fixture.control("GET", path, "")
                .path("payments")
                .valueStream()
                .map(payment -> payment.path("payment_request_id").asString())
                .toList();
    }

    private String codeOf(String body) throws Exception {
        return Json.parse(fixture.call("createPaymentSession", body).body())
                .path("result")
                .path("resultCode")
                .asString();
    }
}
