package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundNews.Standing;
import com.tillhouse.core.refund.usecase.SyncRefund;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reservation ends once: given, or released by a definite failure, whoever says so and however often. */
class RefundSettlementIT extends MoneyFixture {
    @Autowired
    SyncRefund sync;

    private String underWay(String payment) {
        antom.refunds.put(payment, refund -> LedgerGateway.lost());
        return refunded(payment, dollars(60), "under way");
    }

    private void hearFromAll(String refundId, Standing standing) throws InterruptedException {
        Callable<Boolean> say = () -> {
            hearRefund(refundId, dollars(60), standing);
            return true;
        };
        assertThat(atOnce(Collections.nCopies(30, say))).containsOnly("true");
    }

    @Test
    void keepsTheReservationWhileNobodyKnows() {
        String payment = paid();
        String id = underWay(payment);
        assertThat(figures(payment)).isEqualTo("100 60 0");
        sync.sync(tenant, Mode.TEST, id);
        hearRefund(id, dollars(60), Standing.IN_PROCESS);
        assertThat(figures(payment)).isEqualTo("100 60 0");
        assertThat(refundNow(id).pendingReason()).isEqualTo("in_process");
    }

    @Test
    void releasesOnceHoweverManyThreadsBringTheFailure() throws InterruptedException {
        String payment = paid();
        String id = underWay(payment);
        antom.refunds.remove(payment);
        refunded(payment, dollars(40), "the rest");
        hearFromAll(id, Standing.FAILED);
        assertThat(figures(payment)).isEqualTo("100 0 40");
        refunded(payment, dollars(60), "again");
        assertThat(figures(payment)).isEqualTo("100 0 100");
    }

    @Test
    void settlesOnceHoweverManyThreadsBringTheSuccess() throws InterruptedException {
        String payment = paid();
        String id = underWay(payment);
        hearFromAll(id, Standing.SUCCEEDED);
        hearRefund(id, dollars(60), Standing.FAILED);
        assertThat(figures(payment)).isEqualTo("100 0 60");
        assertThat(refundNow(id).reviewReason()).isNotNull();
    }

    @Test
    void repeatsUnderTheSameIdUntilTheAnswerIsClear() {
        String payment = paid();
        antom.refunds.put(payment, refund -> {
            antom.give(refund);
            return LedgerGateway.lost();
        });
        String id = refunded(payment, dollars(60), "answer lost");
        antom.refunds.remove(payment);
        assertThat(sync.sync(tenant, Mode.TEST, id).status()).isEqualTo("succeeded");
        assertThat(antom.calls.stream().filter(call -> call.equals("refund " + id)))
                .hasSize(2);
        assertThat(figures(payment)).isEqualTo("100 0 60");
    }

    @Test
    void doesNotSendWhatWasReleasedWhileAntomWasAsked() {
        String payment = paid();
        String id = underWay(payment);
        antom.refunds.remove(payment);
        hearRefund(id, dollars(60), Standing.IN_PROCESS);
        antom.meanwhile.put(id, () -> hearRefund(id, dollars(60), Standing.FAILED));
        assertThat(sync.sync(tenant, Mode.TEST, id).status()).isEqualTo("failed");
        assertThat(antom.given).doesNotContainKey(id);
        assertThat(figures(payment)).isEqualTo("100 0 0");
    }

    @Test
    void countsARefundMadeElsewhereOnce() throws InterruptedException {
        String payment = paid();
        String id = RandomId.withPrefix("elsewhere_");
        RefundNews news =
                new RefundNews(Standing.SUCCEEDED, Cause.REPORT, LedgerGateway.SUCCESS, dollars(70), null, null);
        Callable<?> say = () -> refundOutcomes
                .applyExternal(tenant, payment, id, dollars(70), news)
                .isPresent();
        assertThat(atOnce(Collections.nCopies(20, say))).containsOnly("true");
        assertThat(figures(payment)).isEqualTo("100 0 70");
        assertThat(atOnce(java.util.List.of(() -> refunded(payment, dollars(60), "too much"))))
                .noneMatch(String.class::isInstance);
    }
}
