package com.tillhouse.core.notification.usecase;

import static com.tillhouse.core.notification.usecase.ReceptionFixture.NOW;
import static com.tillhouse.core.notification.usecase.ReceptionFixture.paid;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.usecase.ReceptionFixture.Merchant;
import com.tillhouse.core.refund.domain.PendingReason;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.shared.DomainEvent;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveRefundNotificationTest {
    private final ReceptionFixture world = new ReceptionFixture();
    private Merchant merchant;
    private Payment payment;
    private Refund refund;

    @BeforeEach
    void start() {
        merchant = world.merchant("CLIENT_A");
        payment = world.openPayment(merchant);
        world.receive.receive(merchant.envelope(paid(payment)));
        world.inbox.clear();
        world.events.clear();
        refund = world.refunds.refund(payment, 2500);
    }

    @Test
    void takesInASuccess() {
        post(message("S", "SUCCESS", "SUCCESS"));
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(refund.state().providerRefundId()).isEqualTo("4024");
        assertThat(refund.state().settledAt()).isEqualTo(Instant.parse("2026-11-22T11:59:00Z"));
        assertThat(refund.state().watch().nextCheckAt()).isNull();
        assertThat(world.refunds.moved).containsExactly("settle 2500");
        assertThat(world.events).extracting(DomainEvent::type).containsExactly("refund.succeeded");
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.APPLIED);
    }

    @Test
    void takesInAFailureAndFreesTheReservation() {
        post(message("F", "PROCESS_FAIL", "FAIL"));
        assertThat(refund.status()).isEqualTo(RefundStatus.FAILED);
        assertThat(refund.state().last()).isEqualTo(new ProviderResult("F", "PROCESS_FAIL", "m"));
        assertThat(world.refunds.moved).containsExactly("release 2500");
        assertThat(world.events).extracting(DomainEvent::type).containsExactly("refund.failed");
    }

    @ParameterizedTest
    @CsvSource({"S,SUCCESS,FAIL,FAILED", "F,PROCESS_FAIL,SUCCESS,SUCCEEDED"})
    void believesTheStatusNotTheResult(String result, String code, String status, RefundStatus expected) {
        post(message(result, code, status));
        assertThat(refund.status()).isEqualTo(expected);
    }

    @Test
    void movesTheReservationOnceForManyCopies() {
        post(message("S", "SUCCESS", "SUCCESS"));
        post(message("S", "SUCCESS", "SUCCESS"));
        post(message("S", "SUCCESS", "SUCCESS").replace("{\"notifyType\"", "{ \"notifyType\""));
        assertThat(world.inbox).hasSize(1);
        post(message("S", "ACCEPTED", "SUCCESS"));
        assertThat(world.inbox.values())
                .extracting(kept -> kept.verdict)
                .containsExactly(InboxVerdict.APPLIED, InboxVerdict.UNCHANGED);
        assertThat(world.refunds.moved).containsExactly("settle 2500");
        assertThat(world.events).hasSize(1);
    }

    @Test
    void parksTheOppositeOfWhatIsSettledAndAsksUntilItIsClear() {
        post(message("S", "SUCCESS", "SUCCESS"));
        post(message("F", "PROCESS_FAIL", "FAIL"));
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(world.refunds.moved).containsExactly("settle 2500");
        assertThat(refund.state().reviewReason()).isEqualTo("impossible_move_from_SUCCEEDED_to_FAILED");
        assertAskedSoon();
        refund.undetermined(null, NOW);
        assertThat(refund.state().watch().nextCheckAt()).isEqualTo(NOW.plusSeconds(15));
        refund.apply(asked(RefundNews.Standing.SUCCEEDED), NOW);
        assertThat(refund.state().watch().nextCheckAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2500,2501", "2500,6000", "SGD,USD"})
    void parksAnotherAmountAndAsks(String ours, String theirs) {
        post(message("S", "SUCCESS", "SUCCESS").replace("\"" + ours + "\"", "\"" + theirs + "\""));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("amount_mismatch"));
        assertThat(refund.state().reviewReason()).isEqualTo("amount_mismatch");
        assertStillProcessing();
        assertAskedSoon();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refundStatus", "refundAmount", "resultStatus", "value"})
    void parksWhatIsIncompleteAndAsks(String part) {
        post(message("S", "SUCCESS", "SUCCESS").replace("\"" + part + "\"", "\"other\""));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("incomplete"));
        assertStillProcessing();
        assertAskedSoon();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROCESSING", "success", "0", "SUCCEEDED"})
    void drawsNothingFromAnotherStatus(String status) {
        post(message("S", "SUCCESS", status));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("incomplete"));
        assertStillProcessing();
    }

    @Test
    void parksAnOldTimeAndAsks() {
        world.receive.receive(merchant.envelope(message("S", "SUCCESS", "SUCCESS"), "2026-11-21T17:59:59+08:00"));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("time_stale"));
        assertStillProcessing();
        assertAskedSoon();
    }

    @Test
    void parksARefundThatWasMadeElsewhere() {
        post(message("S", "SUCCESS", "SUCCESS").replace(refund.id(), "dashboard-1"));
        assertThat(world.onlyVerdict()).isEqualTo(InboxVerdict.parked("unknown_refund"));
        assertThat(world.inbox.values().iterator().next().entry.objectId()).isEqualTo("dashboard-1");
        assertStillProcessing();
    }

    @Test
    void parksWhatAnotherMerchantOrAccountSaysOfOurRefund() {
        Merchant other = world.merchant("CLIENT_B");
        Merchant live = world.merchant(merchant.tenant(), "CLIENT_LIVE");
        world.receive.receive(other.envelope(message("F", "PROCESS_FAIL", "FAIL")));
        world.receive.receive(live.envelope(message("F", "ACCESS_DENIED", "FAIL")));
        assertThat(world.inbox.values())
                .extracting(kept -> kept.verdict)
                .containsOnly(InboxVerdict.parked("unknown_refund"));
        assertStillProcessing();
    }

    @Test
    void takesNewsThatOvertakesTheAnswer() {
        assertThat(refund.state().pendingReason()).isEqualTo(PendingReason.NOT_SENT);
        post(message("S", "SUCCESS", "SUCCESS"));
        refund.apply(asked(RefundNews.Standing.IN_PROCESS), NOW);
        refund.undetermined(null, NOW);
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(refund.state().watch().nextCheckAt()).isNull();
    }

    private static RefundNews asked(RefundNews.Standing standing) {
        return new RefundNews(standing, Cause.INQUIRY, new ProviderResult("S", "SUCCESS", null), null, null, null);
    }

    private String message(String result, String code, String status) {
        return """
                {"notifyType":"REFUND_RESULT","result":{"resultCode":"%s","resultStatus":"%s","resultMessage":"m"},"refundStatus":"%s",\
                "refundRequestId":"%s","refundId":"4024","refundAmount":{"currency":"SGD","value":"2500"},\
                "refundTime":"2026-11-22T19:59:00+08:00"}""".formatted(code, result, status, refund.id());
    }

    private void post(String body) {
        assertThat(world.receive.receive(merchant.envelope(body))).isEqualTo(new Reception.Acknowledged("CLIENT_A"));
    }

    private void assertStillProcessing() {
        assertThat(refund.status()).isEqualTo(RefundStatus.PROCESSING);
        assertThat(world.refunds.moved).isEmpty();
        assertThat(world.events).extracting(DomainEvent::type).isSubsetOf("refund.needs_review");
    }

    private void assertAskedSoon() {
        assertThat(refund.state().watch().nextCheckAt()).isEqualTo(NOW.plusSeconds(5));
    }
}
