package com.tillhouse.core.trail.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.AuditFixture;
import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresTenantRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.domain.TrailNote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** What is noted in an act is written by the transactions that the act makes anyway, exactly once. */
class RecordActIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final InstantSource CLOCK = InstantSource.fixed(CheckoutFixture.NOON);
    private static final Actor CALLER = Actor.apiClient("tc_1", "req_1", "POST /v1/payments/{id}/cancel");

    private final DataSource source = DATABASE.app();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Flaky transactions = new Flaky(source);
    private final UnitOfWork unitOfWork = new PostgresUnitOfWork(transactions, jdbc);
    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private final RecordAct acts = new RecordAct(unitOfWork, CLOCK);
    private final TenantId mine = tenant();
    private final TenantId theirs = tenant();

    /** A database that can go away at the moment of the commit. */
    private static final class Flaky extends DataSourceTransactionManager {
        private static final long serialVersionUID = 1L;
        private boolean away;

        Flaky(DataSource source) {
            super(source);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (away) {
                away = false;
                super.doRollback(status);
                throw new TransactionSystemException("away");
            }
            super.doCommit(status);
        }
    }

    private TenantId tenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        new RegisterTenant(
                        unitOfWork,
                        new PostgresTenantRepository(jdbc, new NarrowRole(transactions, jdbc)),
                        AuditFixture.audit(unitOfWork, jdbc, CLOCK),
                        CLOCK)
                .register(id, "shop-" + id.toString().substring(0, 8), "Shop");
        return id;
    }

    /** What is committed of a tenant, seen past every lock. */
    private List<String> written(TenantId tenant) {
        return truth.sql(
                        "select kind || ' ' || object_id from trail_entry where tenant_id = :tenant order by kind, object_id")
                .param("tenant", tenant.value())
                .query(String.class)
                .list();
    }

    private void inAct(Runnable work) {
        acts.record(CALLER, () -> {
            work.run();
            return CALLER;
        });
    }

    @Test
    void writesWithTheTransactionInWhichItWasNoted() {
        inAct(() -> {
            unitOfWork.runInTenant(mine, () -> {
                Act.about(mine, "pay_1");
                unitOfWork.runInTenant(mine, () -> assertThat(written(mine)).isEmpty());
                assertThat(written(mine)).isEmpty();
            });
            assertThat(written(mine)).containsExactly("API_CALL pay_1");
            assertThat(pending(mine)).isEmpty();
            unitOfWork.runInTenant(mine, () -> {});
            assertThat(written(mine)).hasSize(1);
        });
        assertThat(written(mine)).hasSize(1);
    }

    @Test
    void keepsWhatWasRolledBackForTheNextTransaction() {
        inAct(() -> {
            assertThatThrownBy(() -> unitOfWork.runInTenant(mine, () -> {
                        Act.about(mine, "pay_1");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(written(mine)).isEmpty();
            assertThat(pending(mine)).hasSize(1);
            unitOfWork.runInTenant(mine, () -> {});
            assertThat(written(mine)).containsExactly("API_CALL pay_1");
        });
    }

    @Test
    void keepsWhatWasWrittenAndNotCommitted() {
        inAct(() -> {
            transactions.away = true;
            assertThatThrownBy(() -> unitOfWork.runInTenant(mine, () -> Act.about(mine, "pay_1")))
                    .hasMessage("away");
            assertThat(written(mine)).isEmpty();
            assertThat(pending(mine)).hasSize(1);
        });
        assertThat(written(mine)).containsExactly("API_CALL pay_1");
    }

    @Test
    void writesNothingOfAnotherTenant() {
        inAct(() -> {
            Act.about(theirs, "pay_theirs");
            unitOfWork.runInTenant(mine, () -> Act.about(mine, "pay_mine"));
            assertThat(written(theirs)).isEmpty();
            assertThat(pending(theirs)).hasSize(1);
        });
        assertThat(written(mine)).containsExactly("API_CALL pay_mine");
        assertThat(written(theirs)).containsExactly("API_CALL pay_theirs");
    }

    @Test
    void writesWhatIsLeftWhenTheActEndsHoweverItEnds() {
        assertThatThrownBy(() -> inAct(() -> unitOfWork.runInTenant(mine, () -> {
                    Act.about(mine, "pay_1");
                    Act.refused("cancel_window_closed");
                    throw new IllegalStateException("no");
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(written(mine)).containsExactly("API_CALL pay_1", "API_REFUSAL pay_1");
    }

    /** A commit whose answer was lost leaves notes pending that are there already. */
    @Test
    void writesANoteOnceEvenIfItIsWrittenAgain() {
        List<TrailNote> seen = new ArrayList<>();
        inAct(() -> {
            unitOfWork.runInTenant(mine, () -> {
                Act.about(mine, "pay_1");
                seen.addAll(pending(mine));
            });
            seen.forEach(Act.current().orElseThrow()::note);
            unitOfWork.runInTenant(mine, () -> {});
        });
        assertThat(written(mine)).hasSize(1);
    }

    private static List<TrailNote> pending(TenantId tenant) {
        return Act.current().orElseThrow().pendingOf(tenant);
    }
}
