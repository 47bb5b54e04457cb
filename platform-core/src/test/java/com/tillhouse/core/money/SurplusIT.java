package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.shared.Mode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that came twice goes back exactly once, whatever goes wrong on the way. */
class SurplusIT extends MoneyFixture {
    @Autowired
    RecoverPayment recover;

    @Autowired
    SyncPayment sync;

    @Autowired
    CheckoutPolicyStore policies;

    /** Two payments of one session, both paid; answers the second. */
    private String surplus(boolean longAgo) {
        antom.nextOpenings.add(asked -> LedgerGateway.lost());
        List<PaymentResource> both = payments(session());
        for (PaymentResource one : both) {
            if (longAgo) {
                hearLongAgo(one.id());
            } else {
                hear(one.id(), Standing.PAID);
            }
        }
        String second = both.getLast().id();
        assertThat(payment(second).surplus()).isTrue();
        return second;
    }

    private long sent(String payment) {
        return antom.given.keySet().stream()
                .filter(id -> id.endsWith(payment.substring(4)))
                .count();
    }

    @Test
    void isCanceledOnceInsideTheWindow() throws InterruptedException {
        String payment = surplus(false);
        recover.recover(tenant, payment);
        assertThat(payment(payment).status()).isEqualTo("canceled");
        assertThat(payment(payment).nextCheckAt()).isNull();
        assertThat(sent(payment)).isZero();
    }

    @Test
    void isRefundedOnceAfterTheWindow() throws InterruptedException {
        String payment = surplus(true);
        atOnce(Collections.nCopies(8, () -> {
            recover.recover(tenant, payment);
            return true;
        }));
        recover.recover(tenant, payment);
        assertThat(figures(payment)).isEqualTo("100 0 100");
        assertThat(sent(payment)).isEqualTo(1);
        assertThat(antom.calls).doesNotContain("cancel " + payment);
    }

    @Test
    void isRefundedWhenAntomRefusesTheCancel() {
        String payment = surplus(false);
        antom.cancels.put(payment, asked -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        recover.recover(tenant, payment);
        assertThat(figures(payment)).isEqualTo("100 0 100");
    }

    @Test
    void isRefundedWhenAntomRefusesTheCancelOnlyAtTheSecondTry() {
        String payment = surplus(false);
        antom.cancels.put(payment, asked -> LedgerGateway.lost());
        recover.recover(tenant, payment);
        assertThat(payment(payment).status()).isEqualTo("succeeded");
        antom.cancels.put(payment, asked -> LedgerGateway.declined("CANCEL_WINDOW_EXCEED"));
        recover.recover(tenant, payment);
        assertThat(figures(payment)).isEqualTo("100 0 100");
    }

    @Test
    void isStillGivenBackWhenItsMerchantAsksAboutItFirst() {
        String payment = surplus(true);
        var paid = news(payment, Standing.PAID, null);
        antom.payments.put(
                payment,
                new Outcome.Confirmed<>(
                        new com.tillhouse.core.checkout.domain.PaymentNews(
                                paid.standing(),
                                Cause.INQUIRY,
                                paid.result(),
                                paid.amount(),
                                paid.providerPaymentId(),
                                paid.method(),
                                null),
                        LedgerGateway.SUCCESS));
        sync.sync(tenant, Mode.TEST, payment);
        assertThat(payment(payment).nextCheckAt()).isNotNull();
        recover.recover(tenant, payment);
        assertThat(figures(payment)).isEqualTo("100 0 100");
    }

    @Test
    void isLeftToTheMerchantWhoWantsItSo() {
        unitOfWork.runInTenant(
                tenant,
                () -> policies.put(
                        tenant, new CheckoutPolicy(SurplusPolicy.KEEP, DuplicateOrder.ALLOW), clock.instant()));
        String payment = surplus(true);
        recover.recover(tenant, payment);
        assertThat(payment(payment).status()).isEqualTo("succeeded");
        assertThat(payment(payment).nextCheckAt()).isNull();
        assertThat(figures(payment)).isEqualTo("100 0 0");
    }

    @Test
    void isOneOfTwoThatSucceedAtTheSameMoment() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            antom.nextOpenings.add(asked -> LedgerGateway.lost());
            String session = session();
            List<String> both =
                    payments(session).stream().map(PaymentResource::id).toList();
            atOnce(both.stream()
                    .map(id -> (java.util.concurrent.Callable<Boolean>) () -> {
                        hear(id, Standing.PAID);
                        return true;
                    })
                    .toList());
            assertThat(payments(session)).extracting(PaymentResource::surplus).containsExactlyInAnyOrder(true, false);
        }
    }
}
