package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sessions opened with capture_mode manual, from authorisation to refund, against the sandbox. */
class CaptureIT extends MoneyContract {
    @Autowired
    CountedGateways.Captures captureCalls;

    private static String manual(long value) {
        return order("ORDER")
                .replace("6000", Long.toString(value))
                .replace("{\"order", "{\"capture_mode\":\"manual\",\"payment_method_types\":[\"CARD\"],\"order");
    }

    private Answer sync(String token, String payment) {
        return post(token, "/v1/payments/" + payment + "/sync", "k", "");
    }

    /** A card payment of this many cents that the buyer's bank holds. */
    private String authorized(String token, long value) {
        Answer opened = open(token, manual(value));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String payment = opened.at("/payments/0/id");
        buyer(payment, "pay");
        Answer synced = sync(token, payment);
        assertThat(synced.at("/status")).as(synced.toString()).isEqualTo("authorized");
        return payment;
    }

    private Answer capture(String token, String payment, String key, String body) {
        return post(token, "/v1/payments/" + payment + "/captures", key, body);
    }

    private Answer capture(String token, String payment, String body) {
        return capture(token, payment, UUID.randomUUID().toString(), body);
    }

    private static long capturedAtSandbox(String payment) {
        return atSandbox(payment)
                .at("/captures")
                .valueStream()
                .filter(capture -> capture.at("/status").asString().equals("SUCCESS"))
                .mapToLong(capture -> Long.parseLong(capture.at("/amount/value").asString()))
                .sum();
    }

    private static void assertFigures(Answer problem, long authorized, long captured, long capturing, long available) {
        assertThat(problem.json().at("/authorized/value").asLong()).isEqualTo(authorized);
        assertThat(problem.json().at("/captured/value").asLong()).isEqualTo(captured);
        assertThat(problem.json().at("/capturing/value").asLong()).isEqualTo(capturing);
        assertThat(problem.json().at("/available/value").asLong()).isEqualTo(available);
    }

    @Test
    void authorisesCapturesInPartsAndRefunds() {
        String token = token(shop());
        String payment = authorized(token, 6000);
        Answer held = payment(token, payment);
        assertThat(held.at("/capture_mode")).isEqualTo("manual");
        assertThat(held.at("/amount_authorized/value")).isEqualTo("6000");
        assertThat(held.at("/amount_captured/value")).isEqualTo("0");
        assertThat(held.at("/amount_capturable/value")).isEqualTo("6000");
        assertThat(held.at("/authorized_until")).isNotEmpty();
        assertThat(held.at("/next_check_at")).isNotEmpty();
        assertThat(get(token, SESSIONS + "/" + held.at("/checkout_session")).at("/status"))
                .isEqualTo("completed");
        assertProblem(refund(token, payment, "{}"), 409, "payment_not_refundable");

        Answer part = capture(token, payment, sgd(2000));
        assertThat(part.status()).as(part.toString()).isEqualTo(201);
        assertThat(part.at("/id")).startsWith("cap_");
        assertThat(part.at("/object")).isEqualTo("capture");
        assertThat(part.at("/payment")).isEqualTo(payment);
        assertThat(part.at("/status")).isEqualTo("succeeded");
        assertThat(part.at("/provider/capture_id")).isNotEmpty();
        assertThat(get(token, "/v1/captures/" + part.at("/id")).json()).isEqualTo(part.json());
        Answer paid = payment(token, payment);
        assertThat(paid.at("/status")).isEqualTo("succeeded");
        assertThat(paid.at("/amount_captured/value")).isEqualTo("2000");
        assertThat(paid.at("/amount_capturable/value")).isEqualTo("4000");
        assertProblem(refund(token, payment, sgd(2001)), 409, "refund_exceeds_available");
        assertProblem(cancel(token, payment, "c"), 409, "payment_captured");

        int calls = captureCalls.calls();
        Answer above = capture(token, payment, sgd(4001));
        assertProblem(above, 409, "capture_exceeds_available");
        assertFigures(above, 6000, 2000, 0, 4000);
        assertThat(captureCalls.calls()).isEqualTo(calls);

        Answer rest = capture(token, payment, "{}");
        assertThat(rest.at("/amount/value")).as(rest.toString()).isEqualTo("4000");
        assertThat(capturedAtSandbox(payment)).isEqualTo(6000);
        assertThat(payment(token, payment).at("/next_check_at")).isEmpty();
        JsonNode list = get(token, "/v1/payments/" + payment + "/captures").json();
        assertThat(list.at("/data").size()).isEqualTo(2);
        assertThat(list.at("/data/0")).isEqualTo(part.json());
        assertProblem(capture(token, payment, "{}"), 409, "capture_exceeds_available");

        refund(token, payment, "{}");
        assertThat(refundedAtSandbox(payment)).isEqualTo(6000);
        assertThat(payment(token, payment).at("/refund_status")).isEqualTo("full");
    }

    @Test
    void takesNothingAfterTheLastCapture() {
        String token = token(shop());
        String payment = authorized(token, 6000);
        Answer last = capture(token, payment, "{\"amount\":{\"currency\":\"SGD\",\"value\":2000},\"is_last\":true}");
        assertThat(last.at("/status")).as(last.toString()).isEqualTo("succeeded");
        assertThat(last.json().at("/is_last").asBoolean()).isTrue();
        Answer more = capture(token, payment, sgd(1));
        assertProblem(more, 409, "payment_not_capturable");
        assertFigures(more, 6000, 2000, 0, 0);
        assertThat(payment(token, payment).at("/amount_capturable/value")).isEqualTo("0");
        assertThat(payment(token, payment).at("/next_check_at")).isEmpty();
    }

    @Test
    void acceptsOneOfTwentyCapturesOfSixtyOnAHundred() throws Exception {
        String token = token(shop());
        String payment = authorized(token, 100);

        List<Answer> answers = crowd(number -> capture(token, payment, sgd(60)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertProblem(answer, 409, "capture_exceeds_available"));
        assertThat(capturedAtSandbox(payment)).isEqualTo(60);
        assertThat(payment(token, payment).at("/amount_captured/value")).isEqualTo("60");
    }

    @Test
    void capturesOnceForTwentyRequestsWithOneKey() throws Exception {
        String token = token(shop());
        String payment = authorized(token, 6000);
        int before = captureCalls.calls();

        List<Answer> answers = crowd(number -> capture(token, payment, "same", sgd(60)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        Answer replay = capture(token, payment, "same", sgd(60));
        assertThat(replay.header("Idempotent-Replayed")).as(replay.toString()).isEqualTo("true");
        assertThat(captureCalls.calls()).isEqualTo(before + 1);
        assertThat(capturedAtSandbox(payment)).isEqualTo(60);
        assertProblem(capture(token, payment, "same", sgd(61)), 422, "idempotency_key_reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lose_response", "unknown_u", "http_500_html", "unsigned_success", "empty_200"})
    void capturesOnceWhenTheAnswerIsNotClear(String fault) {
        String token = token(shop());
        String payment = authorized(token, 6000);
        fault("capture", fault, payment, 1);

        Answer lost = capture(token, payment, "lost", sgd(2000));
        assertThat(lost.status()).as(lost.toString()).isEqualTo(201);
        assertThat(lost.at("/status")).isEqualTo("processing");
        assertThat(lost.at("/pending_reason")).isEqualTo("undetermined");
        assertThat(payment(token, payment).at("/status")).isEqualTo("authorized");
        assertThat(payment(token, payment).at("/amount_capturable/value")).isEqualTo("4000");
        assertProblem(cancel(token, payment, "c"), 409, "payment_being_captured");
        assertFigures(capture(token, payment, sgd(4001)), 6000, 0, 2000, 4000);

        Answer synced = post(token, "/v1/captures/" + lost.at("/id") + "/sync", "k", "");
        assertThat(synced.at("/status")).as(synced.toString()).isEqualTo("succeeded");
        assertThat(atSandbox(payment).at("/captures").size()).isEqualTo(1);
        assertThat(capture(token, payment, "lost", sgd(2000)).bytes()).isEqualTo(lost.bytes());
        assertThat(payment(token, payment).at("/status")).isEqualTo("succeeded");
    }

    @Test
    void followsACaptureInProcess() {
        String token = token(shop());
        String payment = authorized(token, 6000);
        fault("capture", "capture_in_process", payment, 1);
        Answer taken = capture(token, payment, sgd(2000));
        assertThat(taken.at("/pending_reason")).as(taken.toString()).isEqualTo("in_process");
        String sync = "/v1/captures/" + taken.at("/id") + "/sync";
        assertThat(post(token, sync, "k", "").at("/pending_reason")).isEqualTo("in_process");
        clock.advance(Duration.ofMinutes(2));
        control("GET", "/clock", "");
        Answer done = post(token, sync, "k", "");
        assertThat(done.at("/status")).as(done.toString()).isEqualTo("succeeded");
        assertThat(atSandbox(payment).at("/captures").size()).isEqualTo(1);
    }

    @Test
    void saysWhyTheProviderRefusedAndFreesTheAmount() {
        String token = token(shop());
        String payment = authorized(token, 6000);
        control(
                "POST",
                "/faults",
                "{\"api\":\"capture\",\"fault\":\"result_code\",\"code\":\"RISK_REJECT\",\"count\":1,\"paymentRequestId\":\"%s\"}"
                        .formatted(payment));
        Answer refused = capture(token, payment, "{}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(201);
        assertThat(refused.at("/status")).isEqualTo("failed");
        assertThat(refused.at("/provider/result_code")).isEqualTo("RISK_REJECT");
        assertThat(refused.at("/failure_reason")).contains("risk");
        assertThat(payment(token, payment).at("/amount_capturable/value")).isEqualTo("6000");
        assertThat(capture(token, payment, "{}").at("/status")).isEqualTo("succeeded");
    }

    @Test
    void cancelsWhatIsOnlyAuthorised() {
        String token = token(shop());
        String payment = authorized(token, 6000);
        Answer canceled = cancel(token, payment, "c");
        assertThat(canceled.status()).as(canceled.toString()).isEqualTo(200);
        assertThat(canceled.at("/status")).isEqualTo("canceled");
        assertThat(canceled.at("/amount_captured/value")).isEqualTo("0");
        assertThat(atSandbox(payment).at("/status").asString()).isEqualTo("CANCELLED");
        assertProblem(capture(token, payment, "{}"), 409, "payment_not_capturable");
    }

    @Test
    void expiresWhenAntomSaysThatTheAuthorisationIsOver() {
        Shop shop = shop();
        String payment = authorized(token(shop), 6000);
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        String token = token(shop);
        assertThat(payment(token, payment).at("/status")).as("not by our clock").isEqualTo("authorized");
        Answer late = capture(token, payment, "{}");
        assertThat(late.at("/status")).as(late.toString()).isEqualTo("failed");
        assertThat(late.at("/provider/result_code")).isEqualTo("AUTH_EXPIRED");
        clock.advance(Duration.ofMinutes(5));
        Answer expired = sync(token, payment);
        assertThat(expired.at("/status")).as(expired.toString()).isEqualTo("expired");
        assertThat(expired.at("/next_check_at")).isEmpty();
        assertThat(sync(token, payment).at("/review_reason"))
                .as("asking again is no contradiction")
                .isEmpty();
        assertProblem(capture(token, payment, "{}"), 409, "payment_not_capturable");
    }

    @Test
    void refusesWhatIsNotAuthorised() {
        String token = token(shop());
        int calls = captureCalls.calls();
        String automatic = paid(token, 6000);
        Answer refused = capture(token, automatic, "{}");
        assertProblem(refused, 409, "payment_not_capturable");
        assertFigures(refused, 0, 6000, 0, 0);
        String open = open(token, manual(6000)).at("/payments/0/id");
        assertProblem(capture(token, open, sgd(1)), 409, "payment_not_capturable");
        assertThat(captureCalls.calls()).isEqualTo(calls);
    }

    @Test
    void refusesBadInputWithoutAskingTheProvider() {
        String token = token(shop());
        String payment = authorized(token, 6000);
        int calls = captureCalls.calls();
        record Bad(String body, int status, String pointer) {}
        for (Bad bad : List.of(
                new Bad(sgd(0), 422, "/amount/value"),
                new Bad(sgd(-1), 422, "/amount/value"),
                new Bad("{\"amount\":{\"currency\":\"USD\",\"value\":60}}", 422, "/amount/currency"),
                new Bad("{\"amount\":{\"currency\":\"XYZ\",\"value\":60}}", 422, "/amount/currency"),
                new Bad("{\"amount\":{\"currency\":\"SGD\",\"value\":0.5}}", 400, "/amount/value"),
                new Bad("{\"amount\":60}", 400, "/amount"),
                new Bad("{\"is_last\":\"yes\"}", 400, "/is_last"),
                new Bad("{\"value\":60}", 400, "/value"))) {
            Answer refused = capture(token, payment, bad.body());
            assertThat(refused.status()).as(bad + "\n" + refused).isEqualTo(bad.status());
            assertThat(refused.at("/errors/0/pointer")).as(bad.body()).isEqualTo(bad.pointer());
        }
        Answer mode = open(token, manual(6000).replace("manual", "later"));
        assertThat(mode.at("/errors/0/pointer")).as(mode.toString()).isEqualTo("/capture_mode");
        assertThat(captureCalls.calls()).isEqualTo(calls);
    }
}
