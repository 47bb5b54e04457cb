package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.port.PaymentRepository.Due;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tenant with much to recover stands in nobody's way. */
class FairRecoveryIT extends MoneyFixture {
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Autowired
    PaymentRepository payments;

    @BeforeEach
    @AfterEach
    void nothingElseIsDue() {
        truth.sql(
                        "update payment set next_check_at = 'infinity', check_lease_until = null where next_check_at is not null")
                .update();
    }

    private List<String> open(int number) {
        return IntStream.range(0, number).mapToObj(i -> openPayment()).toList();
    }

    private void due(List<String> ids, String since, int checks) {
        truth.sql("""
                        update payment set next_check_at = now() - cast(:since as interval), checks = :checks
                        where id = any(:ids)""")
                .param("since", since)
                .param("checks", checks)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    private List<Due> claim(int limit, int perTenant) {
        return payments.claimDue(clock.instant(), LEASE, limit, perTenant);
    }

    @Test
    void takesAShareOfEachTenantHoweverLongTheOthersWait() {
        TenantId big = tenant;
        due(open(12), "1 hour", 0);
        aTenantWithKeys();
        TenantId small = tenant;
        due(open(2), "1 second", 0);
        Map<TenantId, Long> shares =
                claim(100, 4).stream().collect(Collectors.groupingBy(Due::tenant, Collectors.counting()));
        assertThat(shares).isEqualTo(Map.of(big, 4L, small, 2L));
        assertThat(claim(100, 4)).as("the share is under way").isEmpty();
        assertThat(claim(100, 6)).extracting(Due::tenant).containsExactly(big, big);
    }

    @Test
    void takesTurnsWhenThereIsNoRoomForAll() {
        due(open(5), "1 hour", 0);
        aTenantWithKeys();
        due(open(5), "1 second", 0);
        assertThat(claim(4, 5).stream().collect(Collectors.groupingBy(Due::tenant, Collectors.counting())))
                .hasSize(2)
                .allSatisfy((id, share) -> assertThat(share).isEqualTo(2));
    }

    @Test
    void prefersThoseWhoseBuyerMayBeWaitingButStarvesNobody() {
        List<String> old = open(6);
        List<String> young = open(6);
        due(old, "1 hour", 20);
        due(young, "1 second", 0);
        List<String> claimed = claim(100, 4).stream().map(Due::paymentId).toList();
        assertThat(claimed).filteredOn(young::contains).hasSize(4);
        assertThat(claimed).filteredOn(old::contains).hasSize(1);
        assertThat(claim(100, 4)).as("the share is under way").isEmpty();
    }

    @Test
    void isTakenUpByAnotherWhenItsLeaseIsOver() {
        due(open(1), "1 second", 0);
        assertThat(claim(10, 4)).hasSize(1);
        assertThat(claim(10, 4)).isEmpty();
        truth.sql("update payment set check_lease_until = now() - interval '1 second' where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
        assertThat(claim(10, 4)).hasSize(1);
    }
}
