package com.tillhouse.core.audit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditBreak;
import com.tillhouse.core.audit.domain.AuditBreak.Fault;
import com.tillhouse.core.audit.domain.AuditFilter;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.domain.AuditVerdict;
import com.tillhouse.core.shared.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody rewrites the trail unnoticed: the database refuses, and who gets past the database is named by the check. */
class VerifyAuditTrailIT extends AuditTrailFixture {
    @Autowired
    FindAudit find;

    private void act(TenantId of, int number) {
        audit.record(of, AuditNote.of(AuditAction.MEMBER_ADDED, "person_" + number));
    }

    private void acts(int count) {
        for (int i = 0; i < count; i++) {
            act(tenant, i);
        }
    }

    /** As somebody does who owns the machine of the database. */
    private void spoil(String sql) {
        truth.sql("do $$ begin set local session_replication_role = replica; " + sql.replace(":t", "'" + tenant + "'")
                        + "; end $$")
                .update();
    }

    private AuditBreak broken() {
        return Objects.requireNonNull(verify.verify(tenant, null).broken());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at = at + interval '1 microsecond'",
                "actor_kind = 'member'",
                "actor_id = 'x'",
                "actor_name = 'x'",
                "actor_role = 'x'",
                "address = 'x'",
                "agent = 'x'",
                "action = 'member.removed'",
                "object_id = 'x'",
                "details = '{\"x\":\"y\"}'",
                "hash = sha256('x')"
            })
    void namesTheEntryOfWhichAFieldWasChanged(String change) {
        acts(4);
        spoil("update audit_entry set " + change + " where tenant_id = :t and number = 3");
        assertThat(broken()).satisfies(one -> {
            assertThat(one.number()).isEqualTo(3);
            assertThat(one.fault()).isEqualTo(Fault.HASH);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set previous_hash = sha256('x') where tenant_id = :t and number = 3 | 3 | PREVIOUS",
                "delete from audit_entry where tenant_id = :t and number = 3 | 3 | GAP",
                "delete from audit_entry where tenant_id = :t and number = 1 | 1 | GAP",
                "delete from audit_entry where tenant_id = :t and number = 5 | 4 | HEAD",
                "delete from audit_entry where tenant_id = :t | 0 | HEAD",
                "update audit_head set number = 4 where tenant_id = :t | 5 | HEAD",
                "update audit_head set hash = sha256('x') where tenant_id = :t | 5 | HEAD",
                "delete from audit_head where tenant_id = :t | 5 | HEAD",
                "update audit_entry set number = 9 where tenant_id = :t and number = 5 | 5 | GAP"
            })
    void namesWhereTheChainWasCutOrBent(String change, long number, Fault fault) {
        acts(4);
        spoil(change);
        assertThat(broken()).satisfies(one -> {
            assertThat(one.number()).isEqualTo(number);
            assertThat(one.fault()).isEqualTo(fault);
        });
    }

    @Test
    void noticesByTheAnchorThatTheEndWasCutOffWithItsHead() {
        acts(4);
        AuditVerdict before = verify.verify(tenant, null);
        assertThat(before.verified().number()).isEqualTo(5);
        spoil("delete from audit_entry where tenant_id = :t and number > 3;"
                + " update audit_head h set number = 3, hash = (select e.hash from audit_entry e where e.tenant_id = :t and e.number = 3)"
                + " where h.tenant_id = :t");
        assertThat(verify.verify(tenant, null).holds()).isTrue();
        assertThat(Objects.requireNonNull(
                                verify.verify(tenant, before.verified()).broken())
                        .fault())
                .isEqualTo(Fault.ANCHOR);
    }

    @Test
    void walksAChainOfSeveralPagesAndAllTenants() {
        acts(1100);
        TenantId other = newTenant();
        Map<TenantId, AuditVerdict> verdicts = new HashMap<>();
        int broken = verify.verifyAll(of -> null, verdicts::put);
        assertThat(verdicts.values().stream().filter(verdict -> !verdict.holds()))
                .hasSize(broken);
        assertThat(Objects.requireNonNull(verdicts.get(tenant)).verified().number())
                .isEqualTo(1101);
        assertThat(Objects.requireNonNull(verdicts.get(other)).verified().number())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"app_rw", "owner", "postgres"})
    void refusesToChangeAnything(String role) {
        acts(2);
        JdbcClient jdbc = JdbcClient.create(
                switch (role) {
                    case "app_rw" -> DATABASE.app();
                    case "owner" -> DATABASE.owner();
                    default -> DATABASE.superuser();
                });
        for (String sql : new String[] {
            "update audit_entry set action = 'a.b'",
            "delete from audit_entry",
            "truncate audit_entry",
            "delete from audit_head",
            "truncate audit_head"
        }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(append-only|permission denied).*");
        }
    }

    @Test
    void refusesAForkAndAJumpOfTheHead() {
        acts(2);
        assertThatThrownBy(() -> truth.sql("""
                                insert into audit_entry select tenant_id, 9, at, actor_kind, actor_id, actor_name, actor_role, address,
                                  agent, action, object_id, details, previous_hash, hash from audit_entry
                                where tenant_id = ? and number = 2""").param(tenant.value()).update())
                .rootCause()
                .hasMessageContaining("does not follow the end of its chain");
        assertThatThrownBy(() -> truth.sql("update audit_head set number = 1 where tenant_id = ?")
                        .param(tenant.value())
                        .update())
                .rootCause()
                .hasMessageContaining("can't end at 1");
    }

    @Test
    void growsWithoutForkOrGapUnderTwentyThreads() throws InterruptedException, ExecutionException {
        int threads = 20;
        int each = 20;
        CountDownLatch start = new CountDownLatch(threads);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            work.add(() -> {
                start.countDown();
                start.await();
                for (int i = 0; i < each; i++) {
                    act(tenant, i);
                }
                return each;
            });
        }
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> done : executor.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(each);
            }
        }
        AuditVerdict verdict = verify.verify(tenant, null);
        assertThat(verdict.broken()).isNull();
        assertThat(verdict.verified().number()).isEqualTo(1 + threads * each);
        assertThat(truth.sql("select number from audit_entry where tenant_id = ? order by number")
                        .param(tenant.value())
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1 + threads * each).boxed().toList());
    }

    @Test
    void showsAnotherTenantNothing() {
        acts(2);
        TenantId other = newTenant();
        assertThat(unitOfWork.inTenant(other, () -> find.newest(other, new AuditFilter(null, null, null, null, 100))))
                .extracting(entry -> entry.tenant())
                .containsOnly(other);
        assertThatThrownBy(() -> unitOfWork.runInTenant(other, () -> act(tenant, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void filtersByActionAndPeriodNewestFirst() {
        acts(3);
        assertThat(find.newest(tenant, new AuditFilter("member.added", null, null, null, 2)))
                .extracting(entry -> entry.number())
                .containsExactly(4L, 3L);
        assertThat(find.newest(tenant, new AuditFilter("member.added", null, null, 3L, 10)))
                .extracting(entry -> entry.number())
                .containsExactly(2L);
        var first = find.newest(tenant, new AuditFilter("tenant.registered", null, null, null, 2))
                .getFirst();
        assertThat(find.newest(tenant, new AuditFilter(null, null, first.at(), null, 10)))
                .isEmpty();
        assertThat(find.newest(tenant, new AuditFilter(null, first.at(), null, null, 10)))
                .hasSize(4);
    }
}
