package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.refund.usecase.RecoverPayment;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A tenant's own rules: a second session for an order that can still be paid, and money that came twice. */
class CheckoutPolicyIT extends MoneyContract {
    private static final String POLICY = "/v1/checkout_policy";

    @Autowired
    RecoverPayment recovery;

    private Answer patch(String token, String body) {
        return send(to(POLICY)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void readsAndChangesWhatIsNamed() {
        String token = token(shop());
        assertThat(get(token, POLICY).text())
                .isEqualTo("{\"object\":\"checkout_policy\",\"surplus\":\"return\",\"duplicate_order\":\"allow\"}");
        assertThat(patch(token, "{\"duplicate_order\":\"refuse\"}").at("/surplus"))
                .isEqualTo("return");
        assertThat(patch(token, "{\"surplus\":\"keep\"}").at("/duplicate_order"))
                .isEqualTo("refuse");
        assertThat(patch(token, "{}").status()).isEqualTo(200);
        assertThat(get(token, POLICY).at("/surplus")).isEqualTo("keep");
        assertThat(get(token(shop()), POLICY).at("/surplus")).isEqualTo("return");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        String token = token(shop());
        Answer words = patch(token, "{\"surplus\":\"KEEP\",\"duplicate_order\":\"\"}");
        assertProblem(words, 422, "invalid_request");
        assertThat(words.json().at("/errors").size()).isEqualTo(2);
        assertThat(words.at("/errors/0/pointer")).isEqualTo("/surplus");
        assertThat(words.at("/errors/0/detail")).isEqualTo("must be one of return, keep.");
        assertProblem(patch(token, "{\"surpluss\":\"keep\"}"), 400, "malformed_request");
        assertProblem(patch(token, ""), 400, "malformed_request");
        assertThat(get(token, POLICY).at("/surplus")).isEqualTo("return");
    }

    /** A program has one pair of eyes. */
    @Test
    void refusesAChangeThatNeedsTwoMembers() {
        Shop shop = shop();
        String token = token(shop);
        JdbcClient.create(DATABASE.superuser())
                .sql("insert into approval_policy (tenant_id, four_eyes, changed_at) values (:tenant, true, now())")
                .param("tenant", shop.tenant().value())
                .update();
        assertProblem(patch(token, "{\"surplus\":\"keep\"}"), 409, "approval_required");
        assertThat(get(token, POLICY).at("/surplus")).isEqualTo("return");
    }

    @Test
    void warnsOfASecondOpenSessionByteForByte() {
        String token = token(shop());
        Answer first = open(token, order("TWICE"));
        assertThat(first.json().has("warnings")).isFalse();
        String key = UUID.randomUUID().toString();
        Answer second = post(token, SESSIONS, key, order("TWICE"));
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.at("/warnings/0/code")).isEqualTo("order_already_open");
        assertThat(second.at("/warnings/0/detail")).contains("paid twice");
        assertThat(texts(second.json().at("/warnings/0/sessions"))).containsExactly(first.at("/id"));
        post(token, SESSIONS + "/" + first.at("/id") + "/expire", "e", "");
        assertThat(post(token, SESSIONS, key, order("TWICE")).bytes()).isEqualTo(second.bytes());
        assertThat(get(token, SESSIONS + "/" + second.at("/id")).json().has("warnings"))
                .isFalse();
        assertThat(open(token(shop()), order("TWICE")).json().has("warnings")).isFalse();
    }

    @Test
    void refusesASecondOpenSessionAndForgetsTheKey() {
        String token = token(shop());
        patch(token, "{\"duplicate_order\":\"refuse\"}");
        String first = open(token, order("ONCE")).at("/id");
        String key = UUID.randomUUID().toString();
        int openings = gateway.openings();

        Answer refused = post(token, SESSIONS, key, order("ONCE"));

        assertProblem(refused, 409, "order_already_open");
        assertThat(texts(refused.json().at("/sessions"))).containsExactly(first);
        assertThat(refused.json().at("/retryable").asBoolean()).isFalse();
        assertThat(gateway.openings()).isEqualTo(openings);
        assertThat(open(token, order("OTHER")).status()).isEqualTo(201);
        assertThat(post(token, SESSIONS + "/" + first + "/expire", "e", "").status())
                .isEqualTo(200);
        Answer again = post(token, SESSIONS, key, order("ONCE"));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void opensOneOfTwentyAtOnce() throws Exception {
        String token = token(shop());
        patch(token, "{\"duplicate_order\":\"refuse\"}");
        List<Answer> answers = crowd(number -> open(token, order("CROWD")));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(CROWD - 1);
        assertThat(get(token, SESSIONS + "?order_reference=CROWD")
                        .json()
                        .at("/data")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void leavesMoneyThatCameTwiceWhereTheMerchantWantsIt() {
        assertThat(afterRecovery("keep")).isEqualTo("succeeded");
        assertThat(afterRecovery("return")).isEqualTo("canceled");
    }

    /** A session whose first opening got no answer, both of whose payments the buyer paid; answers what became of the second. */
    private String afterRecovery(String surplus) {
        Shop shop = shop();
        String token = token(shop);
        patch(token, "{\"surplus\":\"" + surplus + "\"}");
        gateway.loseNextAnswer();
        Answer opened = open(token, order("SURPLUS"));
        assertThat(opened.json().at("/payments").size()).as(opened.toString()).isEqualTo(2);
        for (int attempt = 0; attempt < 2; attempt++) {
            String payment = opened.at("/payments/" + attempt + "/id");
            buyer(payment, "pay");
            post(token, "/v1/payments/" + payment + "/sync", "k", "");
        }
        String second = opened.at("/payments/1/id");
        assertThat(payment(token, second).json().at("/surplus").asBoolean()).isTrue();
        recovery.recover(shop.tenant(), second);
        return payment(token, second).at("/status");
    }
}
