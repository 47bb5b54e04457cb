package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BadInputIT extends ApiContract {
    private static final String LEG = """
            {"departure_time":"2027-11-27T12:01:01+08:00","departure_address":{"city":"SZX"},"arrival_address":{"city":"HKG"},"carrier_no":"111"}""";

    /** What is wrong, the status, and the pointer that names it. */
    private record Bad(String body, int status, String pointer) {}

    private static String amount(String amount) {
        return order("O").replace("{\"currency\":\"SGD\",\"value\":6000}", amount);
    }

    private static String with(String more) {
        return "{" + more + "," + order("O").substring(1);
    }

    private static String transit(String kind, String leg) {
        return with("\"transit\":{" + kind + "\"legs\":[" + leg + "]}");
    }

    private static List<Bad> wrongMoney() {
        return List.of(
                new Bad(amount("{\"currency\":\"SGD\",\"value\":\"6000\"}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":6e3}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":6000.0}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":60.5}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"JPY\",\"value\":60.5}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":true}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":null}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":\"０６\"}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":9223372036854775808}"), 400, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":10000000000000000}"), 422, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":NaN}"), 400, null),
                new Bad(amount("{\"currency\":\"SGD\"}"), 400, "/amount/value"),
                new Bad(amount("{\"value\":6000}"), 400, "/amount/currency"),
                new Bad(amount("{\"currency\":null,\"value\":6000}"), 400, "/amount/currency"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":-1}"), 422, "/amount/value"),
                new Bad(amount("{\"currency\":\"SGD\",\"value\":0}"), 422, "/amount/value"),
                new Bad(amount("{\"currency\":\"IDR\",\"value\":150}"), 422, "/amount/value"),
                new Bad(amount("{\"currency\":\"XYZ\",\"value\":6000}"), 422, "/amount/currency"),
                new Bad(amount("{\"currency\":\"KWD\",\"value\":6000}"), 422, "/amount/currency"),
                new Bad(amount("{\"currency\":\"sgd\",\"value\":6000}"), 422, "/amount/currency"),
                new Bad(amount("null"), 422, "/amount"),
                new Bad(order("O").replace("\"amount\":{\"currency\":\"SGD\",\"value\":6000},", ""), 422, "/amount"));
    }

    private static List<Bad> wrongOrder() {
        String flight = "\"transit_type\":\"FLIGHT\",";
        return List.of(
                new Bad(
                        transit(flight, LEG.replaceFirst("\"departure_time\":\"[^\"]*\",", "")),
                        422,
                        "/transit/legs/0/departure_time"),
                new Bad(
                        transit(flight, LEG.replace("\"departure_address\":{\"city\":\"SZX\"},", "")),
                        422,
                        "/transit/legs/0/departure_address/city"),
                new Bad(
                        transit(flight, LEG.replace("\"arrival_address\":{\"city\":\"HKG\"},", "")),
                        422,
                        "/transit/legs/0/arrival_address/city"),
                new Bad(transit(flight, LEG.replace(",\"carrier_no\":\"111\"", "")), 422, "/transit/legs/0/carrier_no"),
                new Bad(transit("", LEG), 422, "/transit/transit_type"),
                new Bad(transit(flight, ""), 422, "/transit/legs"),
                new Bad(transit(flight, "null"), 400, "/transit/legs/0"),
                new Bad(
                        transit(flight, LEG.replace("\"carrier_no\"", "\"carrier_number\"")),
                        400,
                        "/transit/legs/0/carrier_number"),
                new Bad(with("\"surprise\":1"), 400, "/surprise"),
                new Bad(with("\"sur/pri~se\":1"), 400, "/sur~1pri~0se"),
                new Bad(with("\"description\":\"again\""), 400, null),
                new Bad(order("O").replace("\"O\"", "7"), 400, "/order_reference"),
                new Bad(order(""), 422, "/order_reference"),
                new Bad(order("x".repeat(65)), 422, "/order_reference"),
                new Bad(order("a\\u0000b"), 400, "/order_reference"),
                new Bad(order("a\\ud800b"), 400, "/order_reference"),
                new Bad(order("a\\r\\nb"), 422, "/order_reference"),
                new Bad(with("\"metadata\":{\"a\\u0000\":\"b\"}"), 422, "/metadata/a\ufffd"),
                new Bad(with("\"metadata\":{\"a\":null}"), 400, "/metadata/a"),
                new Bad(with("\"metadata\":{\"a\":1}"), 400, "/metadata/a"),
                new Bad(with("\"goods\":[null]"), 400, "/goods/0"),
                new Bad(with("\"goods\":{}"), 400, "/goods"),
                new Bad(
                        with(
                                "\"goods\":[{\"reference\":\"r\",\"name\":\"n\",\"unit_amount\":{\"currency\":\"IDR\",\"value\":1}}]"),
                        422,
                        "/goods/0/unit_amount/value"),
                new Bad(with("\"payment_method_types\":[\"\"]"), 422, "/payment_method_types/0"),
                new Bad(with("\"payment_method_types\":[null]"), 400, "/payment_method_types/0"),
                new Bad(with("\"buyer\":{\"name\":\"Mika\"}"), 400, "/buyer/name"),
                new Bad(with("\"terminal_type\":\"APP\""), 422, "/os_type"),
                new Bad(with("\"expires_at\":1800000000"), 400, "/expires_at"),
                new Bad(with("\"expires_at\":\"tomorrow\""), 400, "/expires_at"),
                new Bad(with("\"expires_at\":\"+999999999-01-01T00:00:00Z\""), 422, "/expires_at"),
                new Bad(with("\"expires_at\":\"2020-01-01T00:00:00Z\""), 422, "/expires_at"),
                new Bad(with("\"need_declaration\":\"yes\""), 400, "/need_declaration"),
                new Bad(with("\"need_declaration\":1"), 400, "/need_declaration"),
                new Bad(with("\"credit_pay_plan\":{}"), 400, "/credit_pay_plan/installment_num"),
                new Bad(with("\"notify_url\":\"ftp://shop.example\""), 422, "/notify_url"),
                new Bad(with("\"notify_url\":\"https://127.0.0.1/hook\""), 422, "/notify_url"),
                new Bad(order("O").replace("https://shop.example/return", "javascript:alert(1)"), 422, "/redirect_url"),
                new Bad("{}", 422, "/amount"),
                new Bad("[]", 400, ""),
                new Bad("{\"order_reference\":\"O\"", 400, null),
                new Bad("{\"goods\":" + "[".repeat(1000) + "]".repeat(1000) + "}", 400, null),
                new Bad(order("O") + "{}", 400, ""),
                new Bad(order("O") + " x", 400, null),
                new Bad("not json", 400, null));
    }

    @Test
    void namesThePlaceOfWrongMoney() {
        String token = token(shop());
        wrongMoney().forEach(bad -> refuses(token, bad));
    }

    @Test
    void namesThePlaceOfAWrongOrder() {
        String token = token(shop());
        wrongOrder().forEach(bad -> refuses(token, bad));
    }

    private void refuses(String token, Bad bad) {
        Answer answer = open(token, bad.body());
        assertThat(answer.status()).as(bad + "\n" + answer).isEqualTo(bad.status());
        isProblem(answer);
        if (bad.pointer() != null) {
            List<String> pointers = answer.json()
                    .at("/errors")
                    .valueStream()
                    .map(error -> error.at("/pointer").asString())
                    .toList();
            assertThat(pointers).as(bad + "\n" + answer).contains(bad.pointer());
        }
    }

    private static void isProblem(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
        assertThat(answer.header("Request-Id")).as(answer.toString()).startsWith("req_");
        JsonNode problem = answer.json();
        assertThat(problem.at("/status").asInt()).isEqualTo(answer.status());
        assertThat(problem.at("/code").asString()).matches("[a-z_]+");
        assertThat(problem.at("/title").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "com.tillhouse", "jackson", "at [Source");
    }

    @Test
    void refusesWhatIsNoBodyForIt() {
        String token = token(shop());
        String huge = "{\"x\":\"" + "y".repeat(1_000_000) + "\"}";
        assertProblem(413, open(token, huge));
        assertProblem(
                413,
                send(authorized(token, SESSIONS)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(huge)))));
        assertProblem(
                415,
                send(authorized(token, SESSIONS)
                        .header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofString("<a/>"))));
        assertProblem(
                415,
                send(authorized(token, SESSIONS)
                        .header("Content-Type", "nonsense")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))));
        assertProblem(400, open(token, ""));
        assertProblem(400, open(token, "null"));
        assertProblem(
                400,
                send(authorized(token, SESSIONS)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))));
    }

    @Test
    void refusesWrongMethodsAndAddresses() {
        String token = token(shop());
        Answer method = send(authorized(token, SESSIONS).method("DELETE", HttpRequest.BodyPublishers.noBody()));
        assertProblem(405, method);
        assertThat(method.header("Allow")).contains("POST");
        assertProblem(404, get(token, "/v1/unknown"));
        assertProblem(404, send(to("/nothing/here").GET()));
        assertProblem(404, send(to("/").GET()));
        assertProblem(
                406,
                send(authorized(token, SESSIONS).header("Accept", "text/html").GET()));
        assertProblem(400, get(token, SESSIONS + "/a%00b"));
        assertProblem(400, get(token, SESSIONS + "/..%2f..%2fetc"));
        assertProblem(404, get(token, "/v1/payments/" + "p".repeat(3000)));
    }

    @Test
    void refusesWhatIsHardlyHttp() throws IOException {
        String token = "Authorization: Bearer " + token(shop());
        assertThat(raw("GET /v1/payments?status=%zz HTTP/1.1", token))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GET /v1/payments?status=<> HTTP/1.1", token))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GARBAGE", token)).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(raw(
                        "POST " + SESSIONS + " HTTP/1.1",
                        token,
                        "Content-Type: application/json",
                        "Idempotency-Key: k\u00e9y",
                        "Content-Length: 2"))
                .startsWith("HTTP/1.1 400")
                .contains("idempotency_key_required");
        assertThat(raw("GET /v1/payments HTTP/1.1", "X-Long: " + "x".repeat(20_000)))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
    }

    /** Sends these lines and an empty object as they are; answers all that comes back. */
    private String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String head = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusesMissingAndUnprintableKeys() {
        String token = token(shop());
        Answer none = send(authorized(token, SESSIONS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order("O"))));
        assertProblem(400, none);
        assertThat(none.at("/code")).isEqualTo("idempotency_key_required");
        assertProblem(400, post(token, SESSIONS, "k".repeat(256), order("O")));
        assertProblem(
                400,
                send(authorized(token, SESSIONS)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "a")
                        .header("Idempotency-Key", "b")
                        .POST(HttpRequest.BodyPublishers.ofString(order("O")))));
        assertThat(post(token, SESSIONS, "k".repeat(255), order("O")).status()).isEqualTo(201);
    }

    private static void assertProblem(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        isProblem(answer);
    }

    private HttpRequest.Builder authorized(String token, String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    /** Two thousand requests, each a good one with a few wounds; the seed is in every message. */
    @Test
    void neverFailsItselfWhateverIsSent() {
        String token = token(shop());
        String good = with(
                "\"transit\":{\"transit_type\":\"FLIGHT\",\"legs\":[" + LEG + "]},\"metadata\":{\"a\":\"b\"},"
                        + "\"goods\":[{\"reference\":\"r\",\"name\":\"n\",\"quantity\":1,\"unit_amount\":{\"currency\":\"SGD\",\"value\":1}}]");
        for (int seed = 0; seed < 2000; seed++) {
            byte[] wounded = wound(good.getBytes(StandardCharsets.UTF_8), new Random(seed));
            Answer answer = send(authorized(token, SESSIONS)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(wounded)));
            assertThat(answer.status()).as("seed " + seed + "\n" + answer).isIn(201, 400, 422);
        }
    }

    private static byte[] wound(byte[] body, Random random) {
        String[] bits = {
            "null",
            "{}",
            "[]",
            "\"\\u0000\"",
            "\"\\udc00\"",
            "-1",
            "1e999",
            "0.1",
            "true",
            "{",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "99999999999999999999",
            "{\"a\":",
            "[[[["
        };
        byte[] wounded = body.clone();
        int wounds = 1 + random.nextInt(3);
        for (int i = 0; i < wounds; i++) {
            int at = random.nextInt(wounded.length);
            if (random.nextBoolean()) {
                wounded[at] = (byte) random.nextInt(256);
            } else {
                byte[] bit = bits[random.nextInt(bits.length)].getBytes(StandardCharsets.UTF_8);
                int end = Math.min(wounded.length, at + random.nextInt(12));
                byte[] next = new byte[at + bit.length + wounded.length - end];
                System.arraycopy(wounded, 0, next, 0, at);
                System.arraycopy(bit, 0, next, at, bit.length);
                System.arraycopy(wounded, end, next, at + bit.length, wounded.length - end);
                wounded = next;
            }
        }
        return wounded;
    }
}
