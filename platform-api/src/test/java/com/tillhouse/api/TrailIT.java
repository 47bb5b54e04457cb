package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class TrailIT extends MoneyContract {
    @Autowired
    CountedTransactions transactions;

    private List<JsonNode> trail(String token, String payment) {
        Answer answer = get(token, "/v1/payments/" + payment + "/trail");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/object")).isEqualTo("payment_trail");
        assertThat(answer.at("/payment")).isEqualTo(payment);
        return answer.json().at("/entries").valueStream().toList();
    }

    /** An entry in one line: the kind, and what distinguishes it. */
    private static String told(JsonNode entry) {
        JsonNode details = entry.at("/details");
        String kind = entry.at("/kind").asString();
        return switch (kind) {
            case "api_call" -> line(kind, details, "/operation");
            case "api_refusal" -> line(kind, details, "/code");
            case "creation" -> line(kind, details, "/object", "/amount/value");
            case "gateway_call" -> line(kind, details, "/api", "/outcome", "/reason", "/said");
            case "move" -> line(kind, details, "/object", "/from", "/to", "/cause");
            case "event" -> line(kind, details, "/type");
            default -> kind;
        };
    }

    private static String line(String kind, JsonNode details, String... parts) {
        return Stream.concat(
                        Stream.of(kind),
                        Stream.of(parts).map(part -> details.at(part).asString("")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String requestId(Answer answer) {
        return Objects.requireNonNull(answer.header("Request-Id"));
    }

    private static String by(JsonNode entry) {
        return entry.at("/details/by/request_id").asString("");
    }

    @Test
    void tellsTheWholeStoryInOrder() {
        String token = token(shop());
        Answer opened = open(token, order("ORDER").replace("6000", "7722"));
        String payment = opened.at("/payments/0/id");
        buyer(payment, "pay");
        Answer paid = post(token, "/v1/payments/" + payment + "/sync", "k", "");
        Answer lost = refund(token, payment, "{}");
        Answer settled = post(token, "/v1/refunds/" + lost.at("/id") + "/sync", "k", "");
        assertThat(settled.at("/status")).as(settled.toString()).isEqualTo("succeeded");

        List<JsonNode> trail = trail(token, payment);

        assertThat(trail.stream().map(TrailIT::told))
                .containsExactly(
                        "api_call POST /v1/checkout/sessions",
                        "creation payment 7722",
                        "gateway_call createPaymentSession confirmed",
                        "move payment created open api",
                        "api_call POST /v1/payments/{id}/sync",
                        "gateway_call inquiryPayment confirmed SUCCESS",
                        "move payment open succeeded inquiry",
                        "move checkout_session open completed inquiry",
                        "event payment.succeeded",
                        "event checkout_session.completed",
                        "api_call POST /v1/payments/{id}/refunds",
                        "creation refund 7722",
                        "event refund.created",
                        "gateway_call refund undetermined no_answer",
                        "api_call POST /v1/refunds/{id}/sync",
                        "gateway_call refund confirmed",
                        "move refund processing succeeded api",
                        "event refund.succeeded");
        assertThat(trail.stream().map(TrailIT::by).filter(id -> !id.isEmpty()).distinct())
                .containsExactly(requestId(opened), requestId(paid), requestId(lost), requestId(settled));
        assertThat(trail.stream().map(entry -> entry.at("/at").asString())).isSorted();
        JsonNode asked = trail.get(10);
        assertThat(asked.at("/about").asString()).isEqualTo(payment);
        assertThat(asked.at("/details/made_id").asString()).isEqualTo(lost.at("/id"));
        assertThat(asked.at("/details/amount/value").asLong()).isEqualTo(7722);
    }

    @Test
    void tellsWhatWasRefused() {
        String token = token(shop());
        String payment = paid(token, 6000);
        Answer tooMuch = refund(token, payment, sgd(6001));
        assertProblem(tooMuch, 409, "refund_exceeds_available");
        String unpaid = opened(token, 6000);
        Answer tooEarly = refund(token, unpaid, sgd(1));
        assertProblem(tooEarly, 409, "payment_not_refundable");

        List<JsonNode> end = trail(token, payment);
        assertThat(end.stream().map(TrailIT::told).toList())
                .endsWith("api_call POST /v1/payments/{id}/refunds", "api_refusal refund_exceeds_available");
        assertThat(by(end.getLast())).isEqualTo(requestId(tooMuch));
        assertThat(end.getLast().at("/details/amount/value").asLong()).isEqualTo(6001);
        assertThat(trail(token, unpaid).stream().map(TrailIT::told).toList())
                .endsWith("api_call POST /v1/payments/{id}/refunds", "api_refusal payment_not_refundable");
    }

    @Test
    void tellsOfTheAttemptBeforeAndOfTheOneAfter() {
        String token = token(shop());
        Answer opened = open(token, order("ORDER"));
        String first = opened.at("/payments/0/id");
        Answer retried = post(token, SESSIONS + "/" + opened.at("/id") + "/retry", "again", "");
        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        String second = retried.at("/payments/1/id");

        assertThat(trail(token, first).stream().map(TrailIT::told))
                .contains("api_call POST /v1/checkout/sessions/{id}/retry", "gateway_call cancel confirmed")
                .containsOnlyOnce("gateway_call createPaymentSession confirmed");
        assertThat(trail(token, second).stream().map(TrailIT::told))
                .containsSubsequence(
                        "api_call POST /v1/checkout/sessions",
                        "api_call POST /v1/checkout/sessions/{id}/retry",
                        "creation payment 6000",
                        "gateway_call createPaymentSession confirmed");
    }

    /** What is asked about what nobody has leaves no trace, and a repetition that changes nothing adds none. */
    @Test
    void notesNothingForWhatIsNotThereAndForReplays() {
        Shop shop = shop();
        String token = token(shop);
        String payment = paid(token, 6000);
        refund(token, payment, "once", sgd(100));
        int before = trail(token, payment).size();
        assertThat(refund(token, payment, "once", sgd(100)).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(trail(token, payment)).hasSize(before);
        String stranger = token(shop());
        long kept = entries();
        assertThat(refund(stranger, payment, sgd(100)).status()).isEqualTo(404);
        assertThat(cancel(stranger, payment, "k").status()).isEqualTo(404);
        assertThat(post(stranger, "/v1/payments/" + payment + "/sync", "k", "").status())
                .isEqualTo(404);
        assertThat(entries()).isEqualTo(kept);
        assertThat(trail(token, payment)).hasSize(before);
    }

    private static long entries() {
        return JdbcClient.create(DATABASE.superuser())
                .sql("select count(*) from trail_entry")
                .query(Long.class)
                .single();
    }

    /** The trail goes along with the transactions that are there anyway. */
    @Test
    void costsARefundNoTransactionOfItsOwn() {
        String token = token(shop());
        String payment = paid(token, 6000);
        refund(token, payment, sgd(100));
        int reads = transactions.begun();
        payment(token, payment);
        int auth = transactions.begun() - reads - 1;
        int before = transactions.begun();
        int calls = refundCalls.calls();
        refund(token, payment, sgd(100));
        assertThat(transactions.begun() - before - auth).isEqualTo(2);
        assertThat(refundCalls.calls() - calls).isEqualTo(1);
    }
}
