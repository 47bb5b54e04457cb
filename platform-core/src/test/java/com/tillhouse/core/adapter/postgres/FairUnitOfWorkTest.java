package com.tillhouse.core.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class FairUnitOfWorkTest {
    private static final TenantId A = new TenantId(UUID.randomUUID());
    private static final TenantId B = new TenantId(UUID.randomUUID());

    private final UnitOfWork fair = new FairUnitOfWork(
            new UnitOfWork() {
                @Override
                public <T> T inTenant(TenantId tenant, Supplier<T> work) {
                    return work.get();
                }
            },
            2,
            Duration.ofMillis(20));

    @Test
    void leavesConnectionsForOthers() {
        String done = fair.inTenant(
                A,
                () -> fair.inTenant(A, () -> {
                    assertThatExceptionOfType(CannotCreateTransactionException.class)
                            .isThrownBy(() -> fair.inTenant(A, () -> "third"));
                    return fair.inTenant(B, () -> "another tenant's");
                }));
        assertThat(done).isEqualTo("another tenant's");
    }

    @Test
    void givesTheConnectionBackHoweverTheWorkEnds() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> fair.inTenant(A, () -> {
                        throw new IllegalStateException("work");
                    }));
        }
        assertThat(fair.<String>inTenant(A, () -> "good")).isEqualTo("good");
    }
}
