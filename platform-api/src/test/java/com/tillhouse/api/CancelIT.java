package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelIT extends MoneyContract {
    @Test
    void cancelsBeforeAndAfterPayment() {
        String token = token(shop());
        for (String payment : List.of(opened(token, 6000), paid(token, 6000))) {
            Answer canceled = cancel(token, payment, "c-" + payment);
            assertThat(canceled.status()).as(canceled.toString()).isEqualTo(200);
            assertThat(canceled.at("/status")).isEqualTo("canceled");
            assertThat(atSandbox(payment).at("/status").asString()).isEqualTo("CANCELLED");
            Answer again = cancel(token, payment, "c-" + payment);
            assertThat(again.bytes()).isEqualTo(canceled.bytes());
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(cancel(token, payment, "other-" + payment).at("/status")).isEqualTo("canceled");
            assertProblem(refund(token, payment, "{}"), 409, "payment_not_refundable");
        }
    }

    @Test
    void cancelsOnceForTwentyRequestsWithOneKey() throws Exception {
        String token = token(shop());
        String payment = paid(token, 6000);
        int before = cancelCalls.calls();

        List<Answer> answers = crowd(number -> cancel(token, payment, "same"));

        assertThat(cancelCalls.calls()).isEqualTo(before + 1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertProblem(cancel(token, opened(token, 6000), "same"), 422, "idempotency_key_reused");
    }

    /** No answer is not kept: the same key asks again until the answer is clear. */
    @Test
    void drivesAnUnclearCancelOnUnderTheSameKey() {
        String token = token(shop());
        String payment = paid(token, 7752);

        Answer lost = cancel(token, payment, "lost");
        assertProblem(lost, 504, "gateway_timeout");
        assertThat(lost.at("/payment")).isEqualTo(payment);
        assertThat(lost.json().at("/retryable").asBoolean()).isTrue();
        assertThat(lost.header("Retry-After")).isEqualTo("2");
        int refunds = refundCalls.calls();
        assertProblem(refund(token, payment, "{}"), 409, "payment_not_refundable");
        assertThat(refundCalls.calls()).isEqualTo(refunds);

        Answer clear = cancel(token, payment, "lost");
        assertThat(clear.status()).as(clear.toString()).isEqualTo(200);
        assertThat(clear.at("/status")).isEqualTo("canceled");
        assertThat(clear.header("Idempotent-Replayed")).isNull();
        assertThat(cancel(token, payment, "lost").bytes()).isEqualTo(clear.bytes());
    }

    @Test
    void keepsTheProvidersRefusal() {
        String token = token(shop());
        String payment = paid(token, 7753);

        Answer refused = cancel(token, payment, "no");
        assertProblem(refused, 409, "cancel_refused");
        assertThat(refused.at("/provider/result_code")).isEqualTo("CANCEL_WINDOW_EXCEED");
        assertThat(refused.at("/payment")).isEqualTo(payment);
        assertThat(payment(token, payment).at("/status")).isEqualTo("succeeded");

        int calls = cancelCalls.calls();
        Answer again = cancel(token, payment, "no");
        assertThat(again.bytes()).isEqualTo(refused.bytes());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(cancelCalls.calls()).isEqualTo(calls);
    }

    @Test
    void refusesWhatItKnowsToBeImpossibleWithoutAsking() {
        Shop shop = shop();
        String token = token(shop);
        String refunded = paid(token, 6000);
        refund(token, refunded, sgd(60));
        String expired = opened(token, 6000);
        buyer(expired, "expire");
        post(token, "/v1/payments/" + expired + "/sync", "k", "");
        String late = paid(token, 6000);
        int calls = cancelCalls.calls();

        assertProblem(cancel(token, refunded, "a"), 409, "payment_refunded");
        assertProblem(cancel(token, expired, "b"), 409, "payment_ended");
        clock.advance(Duration.ofDays(9));
        String later = token(shop);
        assertProblem(cancel(later, late, "c"), 409, "cancel_window_closed");
        assertThat(cancelCalls.calls()).isEqualTo(calls);
        assertThat(atSandbox(late).at("/status").asString()).isEqualTo("SUCCESS");
    }
}
