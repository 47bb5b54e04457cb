package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.idempotency.KeyInFlightException;
import com.tillhouse.core.idempotency.KeyReusedException;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.refund.usecase.RequestRefundCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** However many ask at once, never more goes back than was captured. */
class RefundBoundIT extends MoneyFixture {
    private static final int ROUNDS = Integer.getInteger("money.rounds", 50);

    @Test
    void acceptsOneOfFiftyRefundsOfSixtyOnAHundred() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String payment = paid();
            List<Callable<Reply>> asked = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                RequestRefundCommand command = command(payment, dollars(60), "key " + i);
                asked.add(() -> refund.refund(command, REFUNDS));
            }
            List<Object> answers = atOnce(asked);
            assertThat(answers.stream().filter(String.class::isInstance)).hasSize(1);
            assertThat(answers.stream().filter(answer -> !(answer instanceof String)))
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOfSatisfying(
                                    RefundNotPossibleException.class,
                                    e -> assertThat(e.code()).isEqualTo("refund_exceeds_available")));
            assertThat(figures(payment)).isEqualTo("100 0 60");
        }
    }

    @Test
    void givesAllBackOnceForTwoFullRefundsWithTwoKeys() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String payment = paid();
            List<Object> answers = atOnce(List.of(
                    () -> refund.refund(command(payment, null, "one"), REFUNDS),
                    () -> refund.refund(command(payment, null, "two"), REFUNDS)));
            assertThat(answers.stream().filter(String.class::isInstance)).hasSize(1);
            assertThat(answers.stream().filter(RefundNotPossibleException.class::isInstance))
                    .hasSize(1);
            assertThat(figures(payment)).isEqualTo("100 0 100");
        }
    }

    @Test
    void hasOneEffectAndEqualBytesForAHundredEqualRequests() throws InterruptedException {
        String payment = paid();
        RequestRefundCommand command = command(payment, dollars(60), "the same");
        List<Callable<String>> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RequestRefundCommand again = new RequestRefundCommand(
                    tenant,
                    payment,
                    "re_" + i + tenant.toString().replace("-", ""),
                    dollars(60),
                    null,
                    command.key(),
                    command.fingerprint());
            asked.add(() -> new String(refund.refund(again, REFUNDS).body(), StandardCharsets.UTF_8));
        }
        List<Object> answers = atOnce(asked);
        assertThat(answers.stream().filter(String.class::isInstance).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> !(answer instanceof String)))
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(KeyInFlightException.class));
        assertThat(figures(payment)).isEqualTo("100 0 60");
        assertThat(refund.refund(command, REFUNDS).replayed()).isTrue();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> refund.refund(
                        new RequestRefundCommand(tenant, payment, "re_x", dollars(60), null, command.key(), other),
                        REFUNDS))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    void refusesWhatIsNotPaidNotThereOrInAnotherCurrencyWithoutACall() {
        String unpaid = openPayment();
        String payment = paid();
        int calls = antom.calls.size();
        assertRefused(command(unpaid, dollars(1), "unpaid"), "payment_not_refundable");
        assertRefused(command(payment, new com.tillhouse.core.shared.Money("USD", 100), "usd"), "currency_mismatch");
        assertRefused(command(payment, dollars(101), "more"), "refund_exceeds_available");
        assertThat(antom.calls).hasSize(calls);
    }

    private void assertRefused(RequestRefundCommand command, String code) {
        assertThatThrownBy(() -> refund.refund(command, REFUNDS))
                .isInstanceOfSatisfying(
                        RefundNotPossibleException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }
}
