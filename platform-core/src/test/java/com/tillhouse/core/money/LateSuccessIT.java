package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.shared.Mode;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that comes after a cancel goes back, and the payment stays canceled. */
class LateSuccessIT extends MoneyFixture {
    @Autowired
    RecoverPayment recover;

    /** A payment that was canceled before it was paid, and whose money came all the same. */
    private String paidAfterCancel() {
        String payment = openPayment();
        cancel.cancel(tenant, Mode.TEST, payment);
        hear(payment, Standing.PAID);
        assertThat(payment(payment).status()).isEqualTo("canceled");
        assertThat(payment(payment).surplus()).isTrue();
        assertThat(payment(payment).nextCheckAt()).isNotNull();
        return payment;
    }

    private long cancels(String payment) {
        return antom.calls.stream().filter(("cancel " + payment)::equals).count();
    }

    @Test
    void goesBackByTheSameCancelOnceMore() {
        String payment = paidAfterCancel();
        recover.recover(tenant, payment);
        assertThat(cancels(payment)).isEqualTo(2);
        assertThat(payment(payment).nextCheckAt()).isNull();
        assertThat(payment(payment).cancelRequestedAt()).isNull();
        assertThat(figures(payment)).isEqualTo("100 0 0");
    }

    @Test
    void isCanceledUntilTheAnswerIsClear() {
        String payment = paidAfterCancel();
        antom.cancels.put(payment, asked -> LedgerGateway.lost());
        recover.recover(tenant, payment);
        assertThat(payment(payment).nextCheckAt()).isNotNull();
        antom.cancels.remove(payment);
        recover.recover(tenant, payment);
        assertThat(payment(payment).nextCheckAt()).isNull();
    }

    @Test
    void isRefundedOnceWhenAntomCancelsNoMore() throws InterruptedException {
        String payment = paidAfterCancel();
        antom.cancels.put(payment, asked -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        atOnce(Collections.nCopies(8, () -> {
            recover.recover(tenant, payment);
            return true;
        }));
        recover.recover(tenant, payment);
        assertThat(figures(payment)).isEqualTo("100 0 100");
        assertThat(antom.given).containsEntry(RefundOrigin.returnOf(payment), 10_000L);
        assertThat(payment(payment).status()).isEqualTo("canceled");
        assertThat(payment(payment).nextCheckAt()).isNull();
    }

    @Test
    void needsNobodyWhenAntomHasItGivenBackItself() {
        String payment = paidAfterCancel();
        antom.cancels.put(payment, asked -> LedgerGateway.declined("ORDER_STATUS_INVALID"));
        antom.refunds.put(payment, asked -> declinedRefund("ORDER_IS_CANCELED"));
        recover.recover(tenant, payment);
        assertThat(payment(payment).reviewReason()).isNull();
        assertThat(payment(payment).nextCheckAt()).isNull();
        assertThat(figures(payment)).isEqualTo("100 0 0");
    }

    @Test
    void isPutBeforeAPersonWhenItCantBeGivenBack() {
        String payment = paidAfterCancel();
        antom.cancels.put(payment, asked -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        antom.refunds.put(payment, asked -> declinedRefund("MERCHANT_BALANCE_NOT_ENOUGH"));
        recover.recover(tenant, payment);
        assertThat(payment(payment).reviewReason()).isEqualTo("surplus_not_returned");
        assertThat(figures(payment)).isEqualTo("100 0 0");
    }

    @Test
    void isNotTheMerchantsToRefund() {
        String payment = paidAfterCancel();
        assertThat(payment(payment).amountRefundable()).isEqualTo(dollars(0));
        assertThatThrownBy(() -> refund.refund(command(payment, dollars(10), "k"), REFUNDS))
                .isInstanceOf(RefundNotPossibleException.class)
                .hasMessageContaining("canceled");
        recover.recover(tenant, payment);
    }

    @Test
    void isAskedOfAntomWhenItCameBeforeTheCancel() {
        String payment = paid();
        cancel.cancel(tenant, Mode.TEST, payment);
        hear(payment, Standing.PAID);
        assertThat(payment(payment).surplus()).isFalse();
        var canceled = news(payment, Standing.CANCELED, null);
        antom.payments.put(
                payment,
                new Outcome.Confirmed<>(
                        new com.tillhouse.core.checkout.domain.PaymentNews(
                                canceled.standing(),
                                Cause.INQUIRY,
                                canceled.result(),
                                canceled.amount(),
                                canceled.providerPaymentId(),
                                canceled.method(),
                                null),
                        LedgerGateway.SUCCESS));
        recover.recover(tenant, payment);
        assertThat(payment(payment).nextCheckAt()).isNull();
        assertThat(cancels(payment)).isEqualTo(1);
    }

    @Test
    void isCanceledForAllWhoAskAtOnce() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            String payment = round % 2 == 0 ? paid() : openPayment();
            var answers = atOnce(Collections.nCopies(
                    6, () -> cancel.cancel(tenant, Mode.TEST, payment).status()));
            assertThat(answers).containsOnly("canceled");
        }
    }

    private static Outcome<com.tillhouse.core.refund.domain.RefundNews> declinedRefund(String code) {
        var result = new com.tillhouse.core.gateway.ProviderResult("F", code, null);
        return new Outcome.Confirmed<>(
                new com.tillhouse.core.refund.domain.RefundNews(
                        com.tillhouse.core.refund.domain.RefundNews.Standing.FAILED,
                        Cause.API,
                        result,
                        null,
                        null,
                        null),
                result);
    }
}
