package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefundIT extends MoneyContract {
    @Test
    void refundsInPartsUntilNothingIsLeft() {
        String token = token(shop());
        String payment = paid(token, 6000);

        Answer part =
                refund(token, payment, "{\"amount\":{\"currency\":\"SGD\",\"value\":1000},\"reason\":\"Cold coffee\"}");
        assertThat(part.status()).as(part.toString()).isEqualTo(201);
        assertThat(part.at("/id")).startsWith("re_");
        assertThat(part.at("/object")).isEqualTo("refund");
        assertThat(part.at("/payment")).isEqualTo(payment);
        assertThat(part.at("/status")).isEqualTo("succeeded");
        assertThat(part.at("/reason")).isEqualTo("Cold coffee");
        assertThat(part.at("/provider/refund_id")).isNotEmpty();
        assertThat(get(token, "/v1/refunds/" + part.at("/id")).json()).isEqualTo(part.json());
        assertThat(payment(token, payment).at("/refund_status")).isEqualTo("partial");

        refund(token, payment, sgd(2000));
        Answer rest = refund(token, payment, "{}");
        assertThat(rest.at("/amount/value")).as(rest.toString()).isEqualTo("3000");
        assertThat(payment(token, payment).at("/refund_status")).isEqualTo("full");
        assertThat(refundedAtSandbox(payment)).isEqualTo(6000);

        int calls = refundCalls.calls();
        Answer nothingLeft = refund(token, payment, "{}");
        assertProblem(nothingLeft, 409, "refund_exceeds_available");
        assertFigures(nothingLeft, 6000, 6000, 0, 0);
        assertThat(refundCalls.calls()).isEqualTo(calls);
    }

    private static void assertFigures(Answer problem, long captured, long refunded, long reserved, long available) {
        assertThat(problem.at("/captured/currency")).isEqualTo("SGD");
        assertThat(problem.json().at("/captured/value").asLong()).isEqualTo(captured);
        assertThat(problem.json().at("/refunded/value").asLong()).isEqualTo(refunded);
        assertThat(problem.json().at("/reserved/value").asLong()).isEqualTo(reserved);
        assertThat(problem.json().at("/available/value").asLong()).isEqualTo(available);
    }

    @Test
    void listsByPaymentStatusAndTime() {
        String token = token(shop());
        String payment = paid(token, 6000);
        String other = paid(token, 7731);
        for (int i = 0; i < 3; i++) {
            refund(token, payment, sgd(100));
        }
        assertThat(refund(token, other, "{}").at("/status")).isEqualTo("failed");

        assertThat(size(get(token, "/v1/refunds"))).isEqualTo(4);
        assertThat(size(get(token, "/v1/refunds?payment=" + payment))).isEqualTo(3);
        assertThat(size(get(token, "/v1/refunds?status=failed"))).isEqualTo(1);
        assertThat(size(get(token, "/v1/refunds?created%5Blt%5D=2020-01-01T00:00:00Z")))
                .isZero();
        Answer first = get(token, "/v1/refunds?limit=2&payment=" + payment);
        Answer second = get(token, "/v1/refunds?limit=2&cursor=" + first.at("/next_cursor"));
        assertThat(first.json().at("/has_more").asBoolean()).isTrue();
        assertThat(size(second)).as(second.toString()).isEqualTo(1);
        assertThat(first.text()).doesNotContain(second.at("/data/0/id"));
        assertProblem(get(token, "/v1/refunds?status=lost"), 400, "invalid_parameter");
        assertProblem(get(token, "/v1/refunds?surprise=1"), 400, "invalid_parameter");
    }

    private static int size(Answer list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json().at("/data").size();
    }

    @Test
    void acceptsOneOfTwentyRefundsOfSixtyOnAHundred() throws Exception {
        String token = token(shop());
        String payment = paid(token, 100);

        List<Answer> answers = crowd(number -> refund(token, payment, sgd(60)));

        List<Answer> accepted =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(accepted).as(answers.toString()).hasSize(1);
        assertThat(accepted.getFirst().at("/status")).isEqualTo("succeeded");
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertProblem(answer, 409, "refund_exceeds_available"));
        assertThat(refundedAtSandbox(payment)).isEqualTo(60);
        assertThat(payment(token, payment).at("/amount_refunded/value")).isEqualTo("60");
    }

    @Test
    void refundsOnceForTwentyRequestsWithOneKey() throws Exception {
        String token = token(shop());
        String payment = paid(token, 6000);
        int before = refundCalls.calls();

        List<Answer> answers = crowd(number -> refund(token, payment, "same", sgd(60)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 409)
                        .map(answer -> answer.at("/code"))
                        .distinct())
                .isSubsetOf("idempotency_key_in_flight");
        Answer replay = refund(token, payment, "same", sgd(60));
        assertThat(replay.header("Idempotent-Replayed")).as(replay.toString()).isEqualTo("true");
        assertThat(answers.stream().filter(answer -> answer.status() == 201))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.bytes()).isEqualTo(replay.bytes()));
        assertThat(refundCalls.calls()).isEqualTo(before + 1);
        assertThat(atSandbox(payment).at("/refunds").size()).isEqualTo(1);
        assertProblem(refund(token, payment, "same", sgd(61)), 422, "idempotency_key_reused");
        assertProblem(refund(token, paid(token, 6000), "same", sgd(60)), 422, "idempotency_key_reused");
    }

    @Test
    void refundsOnceWhenTheAnswerIsLost() {
        String token = token(shop());
        String payment = paid(token, 7722);

        Answer lost = refund(token, payment, "lost", "{}");
        assertThat(lost.status()).as(lost.toString()).isEqualTo(201);
        assertThat(lost.at("/status")).isEqualTo("processing");
        assertThat(lost.at("/pending_reason")).isEqualTo("undetermined");
        assertProblem(refund(token, payment, sgd(1)), 409, "refund_exceeds_available");

        Answer synced = post(token, "/v1/refunds/" + lost.at("/id") + "/sync", "k", "");
        assertThat(synced.at("/status")).as(synced.toString()).isEqualTo("succeeded");
        assertThat(atSandbox(payment).at("/refunds").size()).isEqualTo(1);
        assertThat(refund(token, payment, "lost", "{}").bytes()).isEqualTo(lost.bytes());
        assertThat(payment(token, payment).at("/refund_status")).isEqualTo("full");
    }

    /** The provider's no is the refund's end, said in its own words and ours; what was reserved goes free. */
    @Test
    void saysWhyTheProviderRefused() {
        String token = token(shop());
        record Refusal(long amount, String code) {}
        for (Refusal refusal :
                List.of(new Refusal(7731, "MERCHANT_BALANCE_NOT_ENOUGH"), new Refusal(7732, "REFUND_WINDOW_EXCEED"))) {
            String payment = paid(token, refusal.amount());
            Answer refused = refund(token, payment, "{}");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(201);
            assertThat(refused.at("/status")).isEqualTo("failed");
            assertThat(refused.at("/provider/result_code")).isEqualTo(refusal.code());
            assertThat(refused.at("/failure_reason")).isNotEmpty();
            assertThat(payment(token, payment).at("/amount_refundable/value"))
                    .isEqualTo(Long.toString(refusal.amount()));
        }
    }

    @Test
    void refusesWhatIsNotPaid() {
        String token = token(shop());
        String payment = opened(token, 6000);
        int calls = refundCalls.calls();
        for (String body : List.of("{}", sgd(60))) {
            Answer unpaid = refund(token, payment, body);
            assertProblem(unpaid, 409, "payment_not_refundable");
            assertFigures(unpaid, 0, 0, 0, 0);
        }
        assertThat(refundCalls.calls()).isEqualTo(calls);
    }

    @Test
    void refusesBadInputWithoutAskingTheProvider() {
        String token = token(shop());
        String payment = paid(token, 6000);
        refund(token, payment, sgd(1000));
        int calls = refundCalls.calls();
        record Bad(String body, int status, String pointer) {}
        for (Bad bad : List.of(
                new Bad(sgd(0), 422, "/amount/value"),
                new Bad(sgd(-1), 422, "/amount/value"),
                new Bad("{\"amount\":{\"currency\":\"USD\",\"value\":60}}", 422, "/amount/currency"),
                new Bad("{\"amount\":{\"currency\":\"XYZ\",\"value\":60}}", 422, "/amount/currency"),
                new Bad("{\"amount\":{\"currency\":\"SGD\",\"value\":10000000000000000}}", 422, "/amount/value"),
                new Bad("{\"amount\":{\"currency\":\"SGD\",\"value\":0.5}}", 400, "/amount/value"),
                new Bad("{\"amount\":{\"currency\":\"SGD\",\"value\":\"60\"}}", 400, "/amount/value"),
                new Bad("{\"amount\":{\"currency\":\"SGD\"}}", 400, "/amount/value"),
                new Bad("{\"amount\":60}", 400, "/amount"),
                new Bad("{\"reason\":\"" + "x".repeat(257) + "\"}", 422, "/reason"),
                new Bad("{\"reason\":\"a\\nb\"}", 422, "/reason"),
                new Bad("{\"reason\":7}", 400, "/reason"),
                new Bad("{\"value\":60}", 400, "/value"))) {
            Answer refused = refund(token, payment, bad.body());
            assertThat(refused.status()).as(bad + "\n" + refused).isEqualTo(bad.status());
            assertThat(refused.at("/errors/0/pointer")).as(bad.body()).isEqualTo(bad.pointer());
        }
        assertProblem(refund(token, payment, ""), 400, "malformed_request");
        Answer above = refund(token, payment, sgd(5001));
        assertProblem(above, 409, "refund_exceeds_available");
        assertFigures(above, 6000, 1000, 0, 5000);
        assertProblem(
                send(to("/v1/payments/" + payment + "/refunds")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))),
                400,
                "idempotency_key_required");
        assertThat(refundCalls.calls()).isEqualTo(calls);
        assertThat(refundedAtSandbox(payment)).isEqualTo(1000);
    }
}
