package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSessionCommand;
import com.tillhouse.core.checkout.usecase.OrderAlreadyOpenException;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A second session for one order: refused where the tenant wants it so, else opened with a warning. */
class OrderReferenceIT extends MoneyFixture {
    private static final int CROWD = 12;

    @Autowired
    ChangeCheckoutPolicy policies;

    private void set(@Nullable SurplusPolicy surplus, @Nullable DuplicateOrder duplicate) {
        policies.change(new ChangeCheckoutPolicyCommand(tenant, surplus, duplicate));
    }

    private Reply openOrder(String reference, String key) {
        SessionOrigin like = CheckoutFixture.origin(tenant, clock.instant());
        SessionOrigin origin = new SessionOrigin(
                tenant,
                like.id(),
                like.mode(),
                reference,
                dollars(100),
                like.details(),
                like.redirectUrl(),
                null,
                like.metadata(),
                like.createdAt(),
                like.expiresAt());
        return open.open(
                new OpenCheckoutSessionCommand(origin, key("POST /v1/checkout/sessions", key), new byte[32]), SESSIONS);
    }

    private static List<String> ids(Reply reply) {
        return List.of(new String(reply.body(), StandardCharsets.UTF_8).split(" "));
    }

    private long openings() {
        return antom.calls.stream().filter(call -> call.startsWith("open ")).count();
    }

    @Test
    void warnsOfWhatIsOpenAlreadyAndRepeatsTheWarning() {
        String first = ids(openOrder("A-1", "one")).getFirst();
        Reply second = openOrder("A-1", "two");
        assertThat(ids(second)).hasSize(2).endsWith(first);
        hear(payments(first).getLast().id(), Standing.PAID);
        assertThat(openOrder("A-1", "two").body()).isEqualTo(second.body());
        assertThat(ids(openOrder("A-1", "three"))).hasSize(2).doesNotContain(first);
        assertThat(ids(openOrder("A-2", "four"))).hasSize(1);
    }

    @Test
    void refusesWithoutAskingAntomUntilTheFirstHasEnded() {
        set(null, DuplicateOrder.REFUSE);
        String first = ids(openOrder("B-1", "one")).getFirst();
        long asked = openings();
        assertThatThrownBy(() -> openOrder("B-1", "two"))
                .isInstanceOfSatisfying(
                        OrderAlreadyOpenException.class,
                        no -> assertThat(no.sessions()).containsExactly(first));
        assertThat(openings()).isEqualTo(asked);
        assertThat(openOrder("B-1", "one").replayed()).isTrue();
        hear(payments(first).getLast().id(), Standing.PAID);
        assertThat(ids(openOrder("B-1", "two"))).hasSize(1);
    }

    @Test
    void letsAnOrderBeSentAgainWhoseOpeningAntomRefused() {
        set(null, DuplicateOrder.REFUSE);
        antom.nextOpenings.add(asked -> LedgerGateway.declined("PARAM_ILLEGAL"));
        assertThat(openOrder("C-1", "one").status()).isEqualTo(422);
        assertThat(openOrder("C-1", "two").status()).isEqualTo(201);
    }

    @Test
    void opensOneOfManyAtOnce() throws InterruptedException {
        set(null, DuplicateOrder.REFUSE);
        for (int round = 0; round < 10; round++) {
            String reference = "D-" + round;
            List<Callable<Object>> crowd = IntStream.range(0, CROWD)
                    .<Callable<Object>>mapToObj(one ->
                            () -> openOrder(reference, reference + " " + one).status())
                    .toList();
            List<Object> answers = atOnce(crowd);
            assertThat(answers.stream().filter("201"::equals)).hasSize(1);
            assertThat(answers.stream().filter(OrderAlreadyOpenException.class::isInstance))
                    .hasSize(CROWD - 1);
        }
    }

    @Test
    void asksEachTenantForItself() {
        set(null, DuplicateOrder.REFUSE);
        openOrder("E-1", "one");
        TenantId first = tenant;
        aTenantWithKeys();
        assertThat(openOrder("E-1", "one").status()).isEqualTo(201);
        assertThat(ids(openOrder("E-1", "two"))).hasSize(2);
        assertThat(policies.read(first).duplicateOrder()).isEqualTo(DuplicateOrder.REFUSE);
        assertThat(policies.read(tenant)).isEqualTo(CheckoutPolicy.USUAL);
    }

    @Test
    void changesWhatIsNamedWhoeverChangesTheRest() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            set(SurplusPolicy.RETURN, DuplicateOrder.ALLOW);
            List<Callable<Object>> both = List.of(
                    () -> policies.change(new ChangeCheckoutPolicyCommand(tenant, SurplusPolicy.KEEP, null)),
                    () -> policies.change(new ChangeCheckoutPolicyCommand(tenant, null, DuplicateOrder.REFUSE)));
            atOnce(both);
            assertThat(policies.read(tenant)).isEqualTo(new CheckoutPolicy(SurplusPolicy.KEEP, DuplicateOrder.REFUSE));
        }
    }
}
