package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.capture.domain.CaptureNews.Standing;
import com.tillhouse.core.capture.usecase.CaptureNotPossibleException;
import com.tillhouse.core.capture.usecase.RequestCaptureCommand;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.shared.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many ask at once, never more is captured than was authorised, and never more given back than was captured. */
class CaptureBoundIT extends CaptureFixture {
    private static final int ROUNDS = Integer.getInteger("money.rounds", 50);

    @Autowired
    RecoverPayment recover;

    @Test
    void acceptsOneOfTwentyCapturesOfSixtyOnAHundred() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String payment = authorized();
            List<Callable<Reply>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                RequestCaptureCommand command = capturing(payment, dollars(60), "key " + i);
                asked.add(() -> capture.capture(command, CAPTURES));
            }
            List<Object> answers = atOnce(asked);
            assertThat(answers.stream().filter(String.class::isInstance)).hasSize(1);
            assertThat(answers.stream().filter(answer -> !(answer instanceof String)))
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOfSatisfying(
                                    CaptureNotPossibleException.class,
                                    e -> assertThat(e.code()).isEqualTo("capture_exceeds_available")));
            assertThat(taken(payment)).isEqualTo("SUCCEEDED 60 0");
        }
    }

    @Test
    void eitherCapturesOrCancels() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String payment = authorized();
            List<Object> answers = atOnce(List.of(
                    () -> capture.capture(capturing(payment, dollars(60), "one"), CAPTURES),
                    () -> cancel.cancel(tenant, Mode.TEST, payment)));
            assertThat(answers.stream().filter(String.class::isInstance)).hasSize(1);
            assertThat(answers.stream().filter(answer -> !(answer instanceof String)))
                    .hasSize(1)
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOfAny(CaptureNotPossibleException.class, CancelNotPossibleException.class));
            assertThat(taken(payment)).isIn("SUCCEEDED 60 0", "CANCELED 0 0");
        }
    }

    @Test
    void refundsWhatWasCapturedAndNoMore() {
        String payment = authorized();
        assertThatThrownBy(() -> refunded(payment, dollars(1), "early")).isInstanceOf(RefundNotPossibleException.class);
        captured(payment, dollars(60), "one");
        assertThatThrownBy(() -> refunded(payment, dollars(61), "too much"))
                .isInstanceOf(RefundNotPossibleException.class);
        refunded(payment, dollars(60), "all");
        captured(payment, dollars(40), "two");
        refunded(payment, dollars(40), "the rest");
        assertThat(figures(payment)).isEqualTo("100 0 100");
        assertThat(payment(payment).nextCheckAt()).isNull();
    }

    @Test
    void keepsTheAmountWhileNobodyKnowsAndSendsTheSameAgain() {
        String payment = authorized();
        antom.captures.put(payment, sent -> {
            antom.takeMoney(sent);
            return LedgerGateway.lost();
        });
        String id = captured(payment, dollars(60), "answer lost");
        assertThat(taken(payment)).isEqualTo("AUTHORIZED 0 60");
        assertThatThrownBy(() -> captured(payment, dollars(41), "too much"))
                .isInstanceOf(CaptureNotPossibleException.class);
        hear(payment, PaymentNews.Standing.CANCELED);
        assertThat(taken(payment)).as("no end while a capture is on its way").isEqualTo("AUTHORIZED 0 60");
        antom.captures.remove(payment);
        assertThat(syncCapture.sync(tenant, Mode.TEST, id).status()).isEqualTo("succeeded");
        assertThat(antom.calls.stream().filter(call -> call.equals("capture " + id)))
                .hasSize(2);
        assertThat(taken(payment)).isEqualTo("SUCCEEDED 60 0");
    }

    @Test
    void movesTheMoneyOnceHoweverManyThreadsBringTheNews() throws InterruptedException {
        for (Standing standing : List.of(Standing.SUCCEEDED, Standing.FAILED)) {
            String payment = authorized();
            antom.captures.put(payment, sent -> LedgerGateway.lost());
            String id = captured(payment, dollars(60), "under way");
            Callable<Boolean> say = () -> {
                hearCapture(id, dollars(60), standing);
                return true;
            };
            assertThat(atOnce(Collections.nCopies(30, say))).containsOnly("true");
            assertThat(taken(payment)).isEqualTo(standing == Standing.SUCCEEDED ? "SUCCEEDED 60 0" : "AUTHORIZED 0 0");
            assertThat(payment(payment).nextCheckAt()).isNotNull();
        }
    }

    @Test
    void capturesInPartsWhileNotificationsOfThemComeIn() throws InterruptedException {
        String payment = authorized();
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String key = "part " + i;
            work.add(() -> {
                String id = captured(payment, dollars(10), key);
                hearCapture(id, dollars(10), Standing.SUCCEEDED);
                return id;
            });
        }
        assertThat(atOnce(work)).allSatisfy(answer -> assertThat(answer).isInstanceOf(String.class));
        assertThat(taken(payment)).isEqualTo("SUCCEEDED 100 0");
        assertThat(payment(payment).nextCheckAt()).isNull();
    }

    @Test
    void givesUpASecondAuthorisationOfOneSession() {
        antom.nextOpenings.add(opened -> LedgerGateway.lost());
        String session = manualSession();
        String abandoned = payments(session).getFirst().id();
        String second = payments(session).getLast().id();
        hear(second, PaymentNews.Standing.PAID);
        hear(abandoned, PaymentNews.Standing.PAID);
        assertThat(payment(abandoned).surplus()).isTrue();
        assertThat(taken(abandoned)).isEqualTo("AUTHORIZED 0 0");
        recover.recover(tenant, abandoned);
        assertThat(taken(abandoned)).isEqualTo("CANCELED 0 0");
        assertThat(taken(second)).isEqualTo("AUTHORIZED 0 0");
    }

    @Test
    void asksByTheHourWhenAntomDoesNotGiveUpASecondAuthorisation() {
        antom.nextOpenings.add(opened -> LedgerGateway.lost());
        String session = manualSession();
        String abandoned = payments(session).getFirst().id();
        hear(payments(session).getLast().id(), PaymentNews.Standing.PAID);
        hear(abandoned, PaymentNews.Standing.PAID);
        antom.cancels.put(abandoned, found -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        recover.recover(tenant, abandoned);
        assertThat(taken(abandoned)).isEqualTo("AUTHORIZED 0 0");
        assertThat(payment(abandoned).nextCheckAt()).isAfter(clock.instant().plusSeconds(3000));
    }

    @Test
    void refundsASecondPaymentThatWasCapturedBeforeItWasGivenUp() {
        antom.nextOpenings.add(opened -> LedgerGateway.lost());
        String session = manualSession();
        String abandoned = payments(session).getFirst().id();
        hear(payments(session).getLast().id(), PaymentNews.Standing.PAID);
        hear(abandoned, PaymentNews.Standing.PAID);
        captured(abandoned, dollars(60), "on purpose");
        recover.recover(tenant, abandoned);
        assertThat(figures(abandoned)).isEqualTo("60 0 60");
        assertThat(payment(abandoned).nextCheckAt())
                .as("the rest is still held")
                .isNotNull();
    }

    @Test
    void givesUpAnAuthorisationThatComesAfterACancel() {
        String payment = payments(manualSession()).getLast().id();
        cancel.cancel(tenant, Mode.TEST, payment);
        hear(payment, PaymentNews.Standing.PAID);
        assertThat(taken(payment)).isEqualTo("CANCELED 0 0");
        assertThat(payment(payment).surplus()).isTrue();
        assertRefused(capturing(payment, dollars(1), "too late"), "payment_not_capturable");
        recover.recover(tenant, payment);
        assertThat(antom.calls.stream().filter(call -> call.equals("cancel " + payment)))
                .hasSize(2);
        assertThat(payment(payment).nextCheckAt()).isNull();
    }

    @Test
    void tellsAPersonWhenAntomKeepsAnAuthorisationThatWasCancelled() {
        String payment = payments(manualSession()).getLast().id();
        cancel.cancel(tenant, Mode.TEST, payment);
        hear(payment, PaymentNews.Standing.PAID);
        antom.cancels.put(payment, found -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        recover.recover(tenant, payment);
        assertThat(payment(payment).reviewReason()).isEqualTo("authorized_although_canceled");
        assertThat(figures(payment)).isEqualTo("0 0 0");
        assertThat(payment(payment).nextCheckAt()).isNull();
    }

    @Test
    void putsACaptureAfterTheEndBeforeAPerson() {
        String payment = authorized();
        antom.captures.put(
                payment,
                sent -> LedgerGateway.answer(sent, Standing.FAILED, new ProviderResult("F", "AUTH_CANCELLED", null)));
        String id = captured(payment, dollars(60), "refused");
        hear(payment, PaymentNews.Standing.CANCELED);
        hearCapture(id, dollars(60), Standing.SUCCEEDED);
        assertThat(taken(payment)).isEqualTo("CANCELED 0 0");
        assertThat(captureNow(id).reviewReason()).isEqualTo("impossible_move_from_FAILED_to_SUCCEEDED");
    }

    @Test
    void refusesWhatIsNotAuthorisedOrInAnotherCurrencyWithoutACall() {
        String unpaid = payments(manualSession()).getLast().id();
        String automatic = paid();
        String payment = authorized();
        int calls = antom.calls.size();
        assertRefused(capturing(unpaid, dollars(1), "unpaid"), "payment_not_capturable");
        assertRefused(capturing(automatic, dollars(1), "automatic"), "payment_not_capturable");
        assertRefused(capturing(payment, new com.tillhouse.core.shared.Money("USD", 100), "usd"), "currency_mismatch");
        assertRefused(capturing(payment, dollars(101), "more"), "capture_exceeds_available");
        assertThat(antom.calls).hasSize(calls);
    }

    private void assertRefused(RequestCaptureCommand command, String code) {
        assertThatThrownBy(() -> capture.capture(command, CAPTURES))
                .isInstanceOfSatisfying(
                        CaptureNotPossibleException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }
}
