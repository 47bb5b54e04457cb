package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.refund.usecase.SyncRefund;
import com.tillhouse.core.shared.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Refunds, cancels, notifications and recovery of the same payments, in any order and all at once: no deadlock, no surprise, sums that agree. */
class MoneyStormIT extends MoneyFixture {
    private static final int ROUNDS = Integer.getInteger("money.rounds", 25);

    @Autowired
    RecoverPayment recover;

    @Autowired
    SyncRefund sync;

    @Test
    void endsInAgreementWithAntomsLedger() throws InterruptedException {
        long seed = Long.getLong("storm.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> payments = List.of(paid(), paid());
            List<String> refunds = new ArrayList<>();
            for (String payment : payments) {
                antom.refunds.put(payment, asked -> LedgerGateway.lost());
                refunds.add(refunded(payment, dollars(20), "first"));
                antom.refunds.remove(payment);
            }
            List<Callable<Object>> storm = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                payments.forEach(payment -> storm.addAll(onPayment(payment, storm.size())));
                refunds.forEach(refund -> storm.addAll(onRefund(refund)));
            }
            Collections.shuffle(storm, random);
            assertThat(atOnce(storm))
                    .as("seed " + seed)
                    .allSatisfy(answer -> assertThat(answer)
                            .isInstanceOfAny(
                                    String.class, RefundNotPossibleException.class, CancelNotPossibleException.class));
            payments.forEach(this::agrees);
        }
    }

    private List<Callable<Object>> onPayment(String payment, int number) {
        return List.of(
                () -> refunded(payment, dollars(30), "storm " + number),
                () -> cancel.cancel(tenant, Mode.TEST, payment).status(),
                () -> {
                    hear(payment, Standing.PAID);
                    return "heard";
                },
                () -> {
                    recover.recover(tenant, payment);
                    return "recovered";
                });
    }

    private List<Callable<Object>> onRefund(String refundId) {
        return List.of(
                () -> {
                    hearRefund(refundId, dollars(20), RefundNews.Standing.SUCCEEDED);
                    return "heard";
                },
                () -> sync.sync(tenant, Mode.TEST, refundId).status());
    }

    private void agrees(String payment) {
        long ours = unitOfWork.inTenant(
                tenant,
                () -> truth.sql(
                                "select coalesce(sum(amount), 0) from refund where payment_id = :id and status = 'SUCCEEDED'")
                        .param("id", payment)
                        .query(Long.class)
                        .single());
        long first = 2000;
        long later = truth
                .sql("select id from refund where payment_id = :id and amount <> 2000")
                .param("id", payment)
                .query(String.class)
                .list()
                .stream()
                .mapToLong(id -> antom.given.getOrDefault(id, 0L))
                .sum();
        assertThat(ours).isEqualTo(first + later);
    }
}
