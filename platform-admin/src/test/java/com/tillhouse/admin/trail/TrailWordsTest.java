package com.tillhouse.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.look.StatusWord.Tone;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.trail.domain.line.TrailActor;
import com.tillhouse.core.trail.domain.line.TrailApiCall;
import com.tillhouse.core.trail.domain.line.TrailApiRefusal;
import com.tillhouse.core.trail.domain.line.TrailCreation;
import com.tillhouse.core.trail.domain.line.TrailDecision;
import com.tillhouse.core.trail.domain.line.TrailDelivery;
import com.tillhouse.core.trail.domain.line.TrailGatewayCall;
import com.tillhouse.core.trail.domain.line.TrailMove;
import com.tillhouse.core.trail.domain.line.TrailNotification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailWordsTest {
    private static final TrailActor SHOP = new TrailActor("api_client", "tc_1", "req_1");
    private static final TrailActor PERSON = new TrailActor("member", "person-1", "click-1");
    private static final Money SIXTY = new Money("SGD", 6000);

    private static Sentence call(
            String api, String outcome, @Nullable String reason, @Nullable String code, @Nullable String said) {
        return TimeLine.sentence(new TrailGatewayCall(SHOP, api, outcome, reason, "S", code, said, 312));
    }

    private static TrailDelivery delivery(int attempt, boolean delivered, @Nullable Integer status, String error) {
        return new TrailDelivery(
                "dlv_1",
                "evt_1",
                "payment.succeeded",
                "shop.example",
                attempt,
                delivered,
                status,
                error.isEmpty() ? null : error,
                95);
    }

    @Test
    void saysWhatTheShopAskedFor() {
        Sentence asked = TimeLine.sentence(new TrailApiCall(SHOP, "POST /v1/payments/{id}/refunds", "re_1", SIXTY));
        assertThat(asked.text()).isEqualTo("Your shop asked for a refund of SGD\u00a060.00.");
        assertThat(asked.codes()).containsExactly("req_1", "re_1");
        assertThat(TimeLine.sentence(new TrailApiCall(PERSON, "POST /v1/new", null, null))
                        .text())
                .isEqualTo("Someone in your team called POST /v1/new.");
        Sentence refused = TimeLine.sentence(
                new TrailApiRefusal(SHOP, "POST /v1/payments/{id}/refunds", "refund_exceeds_available", SIXTY));
        assertThat(refused.text()).isEqualTo("That was refused: not that much is left to refund.");
        assertThat(refused.tone()).isEqualTo(Tone.BAD);
        assertThat(TimeLine.sentence(new TrailDecision(PERSON, "ask_again", "asked the buyer"))
                        .text())
                .isEqualTo("Someone in your team decided: ask Antom again. “asked the buyer”");
    }

    /** That Antom answered is not that the money moved: an inquiry says what it said. */
    @Test
    void saysWhatAntomAnswered() {
        assertThat(call("refund", "confirmed", null, "SUCCESS", null).text()).isEqualTo("Antom confirmed the refund.");
        assertThat(call("refund", "undetermined", "said_unknown", "REFUND_IN_PROCESS", null)
                        .text())
                .isEqualTo("Antom took the refund and is working on it. That is not final.");
        assertThat(call("refund", "undetermined", "no_answer", null, null).text())
                .isEqualTo(
                        "We asked Antom to make the refund, but no answer came. It may have happened or not; we find out.");
        assertThat(call("refund", "declined", null, "REFUND_WINDOW_EXCEED", null))
                .satisfies(no -> {
                    assertThat(no.text()).isEqualTo("We asked Antom to make the refund. It refused.");
                    assertThat(no.tone()).isEqualTo(Tone.BAD);
                    assertThat(no.codes()).containsExactly("REFUND_WINDOW_EXCEED", "312 ms", "req_1");
                });
        assertThat(call("inquiryPayment", "confirmed", null, "SUCCESS", "PROCESSING")
                        .text())
                .isEqualTo("We asked Antom what became of the payment: it is not final yet.");
        assertThat(call("inquiryRefund", "declined", null, "ORDER_NOT_EXIST", null)
                        .text())
                .isEqualTo("We asked Antom what became of the refund: it knows of none.");
        assertThat(TimeLine.sentence(new TrailNotification("ntf_1", "PAYMENT_RESULT", "parked", "time_stale", 2))
                        .text())
                .isEqualTo(
                        "Antom told us the result of the payment, but it could not be applied, so we ask Antom. It came 2 times.");
    }

    @Test
    void saysWhatMovedAndWhoWasTold() {
        assertThat(TimeLine.sentence(new TrailMove("payment", "open", "succeeded", "notification", "SUCCESS", null)))
                .satisfies(moved -> {
                    assertThat(moved.text()).isEqualTo("The payment went from Waiting for buyer to Paid.");
                    assertThat(moved.tone()).isEqualTo(Tone.GOOD);
                });
        assertThat(TimeLine.sentence(new TrailMove("refund", "processing", "failed", "api", null, SHOP))
                        .text())
                .startsWith("The refund failed");
        assertThat(TimeLine.sentence(new TrailCreation("refund", SIXTY, true)).text())
                .contains("made outside Tillhouse");
        assertThat(TimeLine.sentence(delivery(2, true, 200, "")).text())
                .isEqualTo("The webhook payment.succeeded was delivered to shop.example in 95 ms, second try.");
        assertThat(TimeLine.sentence(delivery(1, false, 500, "")).text())
                .isEqualTo(
                        "The webhook payment.succeeded did not get through to shop.example: your server answered 500.");
        assertThat(TimeLine.sentence(delivery(12, false, null, "connect_failed"))
                        .text())
                .isEqualTo(
                        "The webhook payment.succeeded did not get through to shop.example, 12th try: connect failed.");
    }
}
