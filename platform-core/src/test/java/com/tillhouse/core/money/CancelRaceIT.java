package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.checkout.usecase.RetryCheckoutSession;
import com.tillhouse.core.checkout.usecase.RetryCheckoutSessionCommand;
import com.tillhouse.core.checkout.usecase.SessionNotOpenException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.shared.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cancel against everything that can come at the same moment. */
class CancelRaceIT extends MoneyFixture {
    private static final int ROUNDS = Integer.getInteger("money.rounds", 50);

    @Autowired
    RecoverPayment recover;

    @Autowired
    RetryCheckoutSession retry;

    @Test
    void neverRefundsAndCancelsOnePayment() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String payment = paid();
            List<Object> answers = atOnce(List.of(
                    () -> cancel.cancel(tenant, Mode.TEST, payment),
                    () -> refund.refund(command(payment, dollars(60), "race"), REFUNDS)));
            boolean canceled = payment(payment).status().equals("canceled");
            assertThat(figures(payment)).isEqualTo(canceled ? "100 0 0" : "100 0 60");
            assertThat(answers.get(canceled ? 1 : 0))
                    .isInstanceOfAny(RefundNotPossibleException.class, CancelNotPossibleException.class);
            assertThat(answers.get(canceled ? 0 : 1)).isInstanceOf(String.class);
        }
    }

    @Test
    void reservesNothingWhileACancelStands() throws InterruptedException {
        String payment = paid();
        antom.cancels.put(payment, asked -> LedgerGateway.lost());
        cancel.cancel(tenant, Mode.TEST, payment);
        assertThat(atOnce(List.of(() -> refunded(payment, dollars(1), "while canceling"))))
                .hasOnlyElementsOfType(RefundNotPossibleException.class);
        antom.cancels.put(payment, asked -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        recover.recover(tenant, payment);
        refunded(payment, dollars(1), "after the refusal");
        assertThat(figures(payment)).isEqualTo("100 0 1");
    }

    @Test
    void staysCanceledOrRepeatsTheCancelWhenASuccessComesAtOnce() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String payment = openPayment();
            boolean lost = round % 2 == 0;
            antom.cancels.put(
                    payment,
                    asked -> lost
                            ? LedgerGateway.lost()
                            : new Outcome.Confirmed<>(LedgerGateway.SUCCESS, LedgerGateway.SUCCESS));
            List<Object> answers = atOnce(List.of(() -> cancel.cancel(tenant, Mode.TEST, payment), () -> {
                hear(payment, Standing.PAID);
                return "heard";
            }));
            assertThat(answers).hasOnlyElementsOfType(String.class);
            if (lost) {
                assertThat(payment(payment).status()).isEqualTo("succeeded");
                antom.cancels.remove(payment);
                recover.recover(tenant, payment);
            }
            assertThat(payment(payment).status()).isEqualTo("canceled");
            hear(payment, Standing.PAID);
            assertThat(payment(payment).status()).isEqualTo("canceled");
        }
    }

    private String retry(String session, String key) {
        retry.retry(
                new RetryCheckoutSessionCommand(
                        tenant, session, key("POST /v1/checkout/sessions/" + session + "/retry", key), new byte[32]),
                SESSIONS);
        return "retried";
    }

    @Test
    void closesTheOldPaymentBeforeARetryOpensTheNext() {
        String session = session();
        String first = payments(session).getFirst().id();
        retry(session, "again");
        assertThat(payments(session)).extracting(payment -> payment.status()).containsExactly("canceled", "open");
        String second = payments(session).getLast().id();
        assertThat(antom.calls.indexOf("cancel " + first)).isBetween(0, antom.calls.indexOf("open " + second) - 1);
        retry(session, "again");
        assertThat(payments(session)).hasSize(2);
    }

    @Test
    void opensNothingWhenTheOldPaymentCantBeClosedForCertain() throws InterruptedException {
        String session = session();
        antom.cancels.put(payments(session).getFirst().id(), asked -> LedgerGateway.lost());
        assertThat(atOnce(List.of(() -> retry(session, "again")))).hasOnlyElementsOfType(SessionNotOpenException.class);
        assertThat(payments(session))
                .singleElement()
                .satisfies(payment -> assertThat(payment.status()).isEqualTo("open"));
    }

    @Test
    void opensOneNextPaymentForManyRetriesAtOnce() throws InterruptedException {
        String session = session();
        List<Object> answers = atOnce(java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> (java.util.concurrent.Callable<String>) () -> retry(session, "key " + i))
                .toList());
        assertThat(answers).allMatch(answer -> answer instanceof String || answer instanceof SessionNotOpenException);
        assertThat(payments(session).stream()
                        .filter(payment -> payment.status().equals("open"))
                        .count())
                .isLessThanOrEqualTo(1);
    }
}
