package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptIT extends MoneyContract {
    private Answer act(String token, String session, String action, String key) {
        return post(token, SESSIONS + "/" + session + "/" + action, key, "");
    }

    @Test
    void retriesOnlyAfterThePaymentBeforeIsClosed() {
        String token = token(shop());
        Answer opened = open(token, order("RETRY"));
        String session = opened.at("/id");
        String first = opened.at("/payments/0/id");

        Answer retried = act(token, session, "retry", "r");

        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        assertThat(retried.json().at("/payments").size()).isEqualTo(2);
        assertThat(retried.at("/url")).isNotEqualTo(opened.at("/url"));
        assertThat(payment(token, first).at("/status")).isEqualTo("canceled");
        assertThat(atSandbox(first).at("/status").asString()).isEqualTo("CANCELLED");
        Answer again = act(token, session, "retry", "r");
        assertThat(again.bytes()).isEqualTo(retried.bytes());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void opensNoSecondPaymentWhileTheFirstMayBePaid() {
        String token = token(shop());
        Answer opened = open(token, order("STUCK"));
        String session = opened.at("/id");
        String first = opened.at("/payments/0/id");
        fault("cancel", "unknown_u", first, 1);
        int openings = gateway.openings();

        Answer stuck = act(token, session, "retry", "r");
        assertProblem(stuck, 409, "previous_attempt_open");
        assertThat(stuck.json().at("/retryable").asBoolean()).isTrue();
        assertThat(stuck.header("Retry-After")).isNotNull();
        assertThat(gateway.openings()).isEqualTo(openings);

        Answer clear = act(token, session, "retry", "r");
        assertThat(clear.status()).as(clear.toString()).isEqualTo(201);
        assertThat(clear.json().at("/payments").size()).isEqualTo(2);
        assertThat(gateway.openings()).isEqualTo(openings + 1);
    }

    @Test
    void opensOnePageForTwentyRetries() throws Exception {
        String token = token(shop());
        Answer opened = open(token, order("CROWD"));
        String session = opened.at("/id");

        crowd(number -> act(token, session, "retry", "key-" + number));

        long payable = get(token, SESSIONS + "/" + session)
                .json()
                .at("/payments")
                .valueStream()
                .filter(one -> one.at("/status").asString().equals("open"))
                .count();
        assertThat(payable).isEqualTo(1);
    }

    @Test
    void expiresWithItsPayment() {
        String token = token(shop());
        Answer opened = open(token, order("EXPIRE"));
        String session = opened.at("/id");
        String payment = opened.at("/payments/0/id");

        Answer expired = act(token, session, "expire", "e");

        assertThat(expired.status()).as(expired.toString()).isEqualTo(200);
        assertThat(expired.at("/status")).isEqualTo("expired");
        assertThat(expired.at("/payments/0/status")).isEqualTo("canceled");
        assertThat(atSandbox(payment).at("/status").asString()).isEqualTo("CANCELLED");
        assertThat(act(token, session, "expire", "e").bytes()).isEqualTo(expired.bytes());
        assertProblem(act(token, session, "expire", "other"), 409, "session_not_open");
        assertProblem(act(token, session, "expire", "other"), 409, "session_not_open");
        assertProblem(act(token, session, "retry", "r"), 409, "session_not_open");
    }

    @Test
    void neitherExpiresNorRetriesWhatIsPaid() {
        String token = token(shop());
        Answer opened = open(token, order("PAID"));
        String session = opened.at("/id");
        String payment = opened.at("/payments/0/id");
        buyer(payment, "pay");
        post(token, "/v1/payments/" + payment + "/sync", "k", "");
        int calls = cancelCalls.calls();

        assertProblem(act(token, session, "expire", "e"), 409, "session_not_open");
        assertProblem(act(token, session, "retry", "r"), 409, "session_not_open");
        assertThat(cancelCalls.calls()).isEqualTo(calls);
        assertThat(payment(token, payment).at("/status")).isEqualTo("succeeded");
    }
}
