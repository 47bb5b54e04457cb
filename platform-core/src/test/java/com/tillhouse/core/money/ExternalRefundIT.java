package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.checkout.domain.FollowUp;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody refunds in Antom's dashboard counts here as soon as Antom is asked about the payment. */
class ExternalRefundIT extends MoneyFixture {
    @Autowired
    SyncPayment sync;

    private static FollowUp elsewhere(String id, FollowUp.Standing standing, Money amount) {
        return new FollowUp(FollowUp.Kind.REFUND, id, "antom-" + id, standing, amount, LedgerGateway.SUCCESS, null);
    }

    private void antomHolds(String payment, FollowUp... followUps) {
        PaymentNews news = news(payment, Standing.PAID, null);
        antom.payments.put(
                payment,
                new Outcome.Confirmed<>(
                        new PaymentNews(
                                news.standing(),
                                Cause.INQUIRY,
                                news.result(),
                                news.amount(),
                                news.providerPaymentId(),
                                news.method(),
                                null,
                                null,
                                List.of(followUps)),
                        LedgerGateway.SUCCESS));
    }

    private List<String> told(String id) {
        return truth.sql("select type from event where tenant_id = :tenant and object_id = :id order by sequence")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    void isCountedOnceAndTold() throws InterruptedException {
        String payment = paid();
        antomHolds(payment, elsewhere("D1", FollowUp.Standing.SUCCEEDED, dollars(30)));
        atOnce(Collections.nCopies(6, () -> sync.sync(tenant, Mode.TEST, payment)));
        assertThat(figures(payment)).isEqualTo("100 0 30");
        assertThat(refundNow("D1").external()).isTrue();
        assertThat(refundNow("D1").status()).isEqualTo("succeeded");
        assertThat(told("D1")).containsExactly("refund.created", "refund.succeeded");
        assertThatThrownBy(() -> refund.refund(command(payment, dollars(71), "k"), REFUNDS))
                .isInstanceOf(RefundNotPossibleException.class);
    }

    @Test
    void isCountedWhenItSucceedsAfterAWhile() {
        String payment = paid();
        antomHolds(payment, elsewhere("D2", FollowUp.Standing.IN_PROCESS, dollars(30)));
        sync.sync(tenant, Mode.TEST, payment);
        assertThat(figures(payment)).isEqualTo("100 0 0");
        assertThat(refundNow("D2").nextCheckAt()).as("watched").isNotNull();
        hearRefund("D2", dollars(30), RefundNews.Standing.SUCCEEDED);
        assertThat(figures(payment)).isEqualTo("100 0 30");
        assertThat(told("D2")).containsExactly("refund.created", "refund.succeeded");
    }

    @Test
    void isNotCountedWhenItFailedOrIsOurOwn() {
        String payment = paid();
        String own = refunded(payment, dollars(10), "k");
        antomHolds(
                payment,
                elsewhere("D3", FollowUp.Standing.FAILED, dollars(30)),
                elsewhere(own, FollowUp.Standing.SUCCEEDED, dollars(10)),
                new FollowUp(
                        FollowUp.Kind.CAPTURE,
                        "C1",
                        null,
                        FollowUp.Standing.SUCCEEDED,
                        dollars(100),
                        LedgerGateway.SUCCESS,
                        null));
        sync.sync(tenant, Mode.TEST, payment);
        assertThat(figures(payment)).isEqualTo("100 0 10");
    }

    @Test
    void isCountedBeyondWhatIsLeftBecauseTheMoneyIsGone() {
        String payment = paid();
        antom.refunds.put(payment, asked -> LedgerGateway.lost());
        refunded(payment, dollars(80), "k");
        antomHolds(payment, elsewhere("D4", FollowUp.Standing.SUCCEEDED, dollars(50)));
        sync.sync(tenant, Mode.TEST, payment);
        assertThat(figures(payment)).isEqualTo("100 80 50");
        assertThat(payment(payment).amountRefundable()).isEqualTo(dollars(0));
    }

    @Test
    void isPutBeforeAPersonInAnotherCurrency() {
        String payment = paid();
        antomHolds(payment, elsewhere("D5", FollowUp.Standing.SUCCEEDED, new Money("USD", 100)));
        sync.sync(tenant, Mode.TEST, payment);
        assertThat(payment(payment).reviewReason()).isEqualTo("refund_in_another_currency");
        assertThat(figures(payment)).isEqualTo("100 0 0");
    }
}
