package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.refund.usecase.SyncRefund;
import com.tillhouse.core.shared.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** About one refund, one talks to Antom at a time; of one request, one answer stands. */
class OneConversationIT extends MoneyFixture {
    @Autowired
    SyncRefund sync;

    @Autowired
    IdempotencyStore keys;

    private long sendings(String refund) {
        return antom.calls.stream().filter(("refund " + refund)::equals).count();
    }

    @Test
    void isWaitedForAndNotRepeatedBesideIt() throws Exception {
        String payment = paid();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        antom.refunds.put(payment, refund -> {
            asked.countDown();
            await(answer);
            return antom.give(refund);
        });
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> refunded(payment, dollars(60), "k"));
        await(asked);
        String refund = truth.sql("select id from refund where payment_id = :payment")
                .param("payment", payment)
                .query(String.class)
                .single();
        RefundResource beside = sync.sync(tenant, Mode.TEST, refund);
        assertThat(beside.status()).isEqualTo("processing");
        assertThat(sendings(refund)).isEqualTo(1);
        answer.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(refund);
        assertThat(sync.sync(tenant, Mode.TEST, refund).status()).isEqualTo("succeeded");
        assertThat(sendings(refund)).isEqualTo(1);
    }

    @Test
    void isHeldAgainOnceItsAnswerWasUnclear() {
        String payment = paid();
        antom.refunds.put(payment, refund -> LedgerGateway.lost());
        String refund = refunded(payment, dollars(60), "k");
        antom.refunds.remove(payment);
        assertThat(sync.sync(tenant, Mode.TEST, refund).status()).isEqualTo("succeeded");
    }

    @Test
    void givesTheAnswerThatStandsWhenTheLeaseRanOut() {
        IdempotencyKey key = key("POST /v1/anything", "k");
        Duration over = Duration.ZERO;
        byte[] meaning = new byte[32];
        assertThat(unitOfWork.<Claim>inTenant(tenant, () -> keys.claim(tenant, key, meaning, "x_1", over)))
                .isInstanceOf(Claim.Fresh.class);
        assertThat(unitOfWork.<Claim>inTenant(tenant, () -> keys.claim(tenant, key, meaning, "x_1", over)))
                .isInstanceOf(Claim.Resumed.class);
        Reply second = Reply.first(201, bytes("second"));
        assertThat(unitOfWork.inTenant(tenant, () -> keys.complete(tenant, key, second)))
                .isEqualTo(second);
        Reply late = unitOfWork.inTenant(tenant, () -> keys.complete(tenant, key, Reply.first(201, bytes("first"))));
        assertThat(late).isEqualTo(new Reply(201, bytes("second"), true));
    }

    @Test
    void isForgottenAfterThirtyDays() {
        for (String age : new String[] {"31 days", "29 days"}) {
            IdempotencyKey key = key("POST /v1/anything", age);
            unitOfWork.inTenant(tenant, () -> keys.claim(tenant, key, new byte[32], "x_" + age, Duration.ZERO));
            truth.sql("update idempotency_key set created_at = now() - cast(:age as interval) where key = :age")
                    .param("age", age)
                    .update();
        }
        assertThat(keys.sweep(100)).isEqualTo(1);
        assertThat(truth.sql("select key from idempotency_key where tenant_id = :tenant")
                        .param("tenant", tenant.value())
                        .query(String.class)
                        .list())
                .containsExactly("29 days");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
