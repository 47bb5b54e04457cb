package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.ApiOperations.Operation;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.shared.Money;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a person must look at is visible over the API; and calls without a body take none. */
class ReviewIT extends MoneyContract {
    private static final ProviderResult SAID = new ProviderResult("S", "SUCCESS", null);

    @Autowired
    ApplyPaymentOutcome payments;

    @Autowired
    ApplyRefundOutcome refunds;

    private static List<String> ids(Answer list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json()
                .at("/data")
                .valueStream()
                .map(one -> one.at("/id").asString())
                .toList();
    }

    @Test
    void showsWhyAPaymentNeedsReviewToItsTenantOnly() {
        Shop shop = shop();
        String token = token(shop);
        String clear = opened(token, 6000);
        String doubtful = opened(token, 6000);
        assertThat(payment(token, doubtful).json().at("/review").isNull()).isTrue();
        payments.apply(
                shop.tenant(),
                doubtful,
                new PaymentNews(
                        PaymentNews.Standing.PAID, Cause.NOTIFICATION, SAID, new Money("SGD", 1), null, null, null));

        JsonNode review = payment(token, doubtful).json().at("/review");
        assertThat(review.at("/reason").asString()).isEqualTo("amount_mismatch");
        assertThat(review.at("/since").asString()).endsWith("Z");
        assertThat(review.at("/explanation").asString()).contains("another amount");
        assertThat(ids(get(token, "/v1/payments?needs_review=true"))).containsExactly(doubtful);
        assertThat(ids(get(token, "/v1/payments?needs_review=false"))).containsExactly(clear);
        assertThat(ids(get(token, "/v1/payments?needs_review=true&status=succeeded")))
                .isEmpty();
        assertThat(ids(get(token(shop()), "/v1/payments?needs_review=true"))).isEmpty();
    }

    @Test
    void showsWhyARefundNeedsReviewToItsTenantOnly() {
        Shop shop = shop();
        String token = token(shop);
        String payment = paid(token, 6000);
        String clear = refund(token, payment, sgd(100)).at("/id");
        String doubtful = refund(token, payment, sgd(200)).at("/id");
        refunds.apply(
                shop.tenant(),
                doubtful,
                new RefundNews(RefundNews.Standing.FAILED, Cause.NOTIFICATION, SAID, null, null, null));

        Answer shown = get(token, "/v1/refunds/" + doubtful);
        assertThat(shown.at("/review/reason")).isEqualTo("impossible_move_from_SUCCEEDED_to_FAILED");
        assertThat(shown.at("/review/explanation")).contains("has become failed, but here it is succeeded");
        assertThat(ids(get(token, "/v1/refunds?needs_review=true"))).containsExactly(doubtful);
        assertThat(ids(get(token, "/v1/refunds?needs_review=false"))).containsExactly(clear);
        assertThat(ids(get(token(shop()), "/v1/refunds?needs_review=true"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void refusesAnythingButTrueAndFalse(String word) {
        Answer refused = get(token(shop()), "/v1/payments?needs_review=" + word);
        assertProblem(refused, 400, "invalid_parameter");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/needs_review");
    }

    @Test
    void refusesABlankReasonOfARefund() {
        String token = token(shop());
        String payment = paid(token, 6000);
        int calls = refundCalls.calls();
        for (String reason : List.of("", " ")) {
            Answer refused = refund(token, payment, "{\"reason\":\"" + reason + "\"}");
            assertProblem(refused, 422, "invalid_request");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/reason");
        }
        assertThat(refundCalls.calls()).isEqualTo(calls);
    }

    @Test
    void takesNoBodyWhereNoneIsRead() {
        String token = token(shop());
        Answer opened = open(token, order("BODY"));
        String payment = "/v1/payments/" + opened.at("/payments/0/id");
        int calls = cancelCalls.calls();
        for (Operation call : ApiOperations.all()) {
            if (!call.hasBody()) {
                String id = call.path().contains("/sessions/") ? opened.at("/id") : opened.at("/payments/0/id");
                refusesABody(token, call, call.path().replace("{id}", id));
            }
        }
        assertThat(cancelCalls.calls()).isEqualTo(calls);
        assertThat(post(token, payment + "/sync", key(), " \n").status()).isEqualTo(200);
        assertThat(post(token, payment + "/cancel", key(), "{}").status()).isEqualTo(200);
    }

    private void refusesABody(String token, Operation call, String path) {
        Answer unknown = sendBody(token, call, path, "{\"amount\":{\"currency\":\"SGD\",\"value\":1}}");
        assertProblem(unknown, 400, "malformed_request");
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/amount");
        assertThat(unknown.at("/errors/0/code")).isEqualTo("unknown_property");
        for (String body : List.of("[]", "null", "nonsense", "{}{}", "\"text\"")) {
            assertProblem(sendBody(token, call, path, body), 400, "malformed_request");
        }
    }

    private Answer sendBody(String token, Operation call, String path, String body) {
        return send(to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key())
                .method(call.method(), HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
