package com.tillhouse.local.money;

import com.tillhouse.core.shared.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Invariant I-10: what our database says of a tenant's money is what Antom's own ledger says, payment by payment and in total by currency. Money that was
 * paid and cancelled before we could hear that it was paid is on neither side.
 */
final class LedgerMatcher {
    private static final Money NOTHING = new Money("", 0, 0, 0, 0);

    private final JdbcClient truth;

    /** @param truth past row-level security */
    LedgerMatcher(JdbcClient truth) {
        this.truth = truth;
    }

    /** Money of one payment in its smallest units. */
    private record Money(String currency, long captured, long canceled, long refunded, long refunding) {
        Money plus(Money other) {
            return new Money(
                    other.currency,
                    captured + other.captured,
                    canceled + other.canceled,
                    refunded + other.refunded,
                    refunding + other.refunding);
        }

        Money unheard() {
            return new Money(currency, captured - canceled, 0, refunded, refunding);
        }
    }

    /** Every difference as a sentence; empty when the two agree. */
    List<String> differences(TenantId tenant, JsonNode ledger) {
        Map<String, Money> ours = ours(tenant);
        Map<String, Money> theirs = theirs(ledger);
        List<String> found = new ArrayList<>();
        Map<String, Money> ourSums = new TreeMap<>();
        Map<String, Money> theirSums = new TreeMap<>();
        TreeMap<String, Money> all = new TreeMap<>(ours);
        all.putAll(theirs);
        for (Map.Entry<String, Money> each : all.entrySet()) {
            String currency = each.getValue().currency();
            Money here = ours.getOrDefault(each.getKey(), NOTHING);
            Money there = theirs.getOrDefault(each.getKey(), NOTHING);
            if (here.captured() == 0) {
                there = there.unheard();
            }
            if (!same(here, there)) {
                found.add(each.getKey() + ": here " + here + ", at Antom " + there);
            }
            ourSums.merge(currency, here, Money::plus);
            theirSums.merge(currency, there, Money::plus);
        }
        ourSums.forEach((currency, sum) -> {
            if (!same(sum, Objects.requireNonNull(theirSums.get(currency)))) {
                found.add(currency + " in total: here " + sum + ", at Antom " + theirSums.get(currency));
            }
        });
        return found;
    }

    private static boolean same(Money one, Money other) {
        return one.captured() == other.captured()
                && one.canceled() == other.canceled()
                && one.refunded() == other.refunded()
                && one.refunding() == other.refunding();
    }

    private Map<String, Money> ours(TenantId tenant) {
        Map<String, Money> found = new HashMap<>();
        truth.sql("""
                        select id, currency, captured, refunded, reserved,
                          case when status = 'CANCELED' then captured else 0 end as canceled
                        from payment where tenant_id = :tenant""")
                .param("tenant", tenant.value())
                .query((row, number) -> found.put(
                        row.getString("id"),
                        new Money(
                                row.getString("currency"),
                                row.getLong("captured"),
                                row.getLong("canceled"),
                                row.getLong("refunded"),
                                row.getLong("reserved"))))
                .list();
        return found;
    }

    private static Map<String, Money> theirs(JsonNode ledger) {
        Map<String, Money> found = new HashMap<>();
        for (JsonNode payment : ledger.path("payments")) {
            long paid = captured(payment);
            boolean canceled = payment.path("status").asString().equals("CANCELLED");
            found.put(
                    payment.path("payment_request_id").asString(),
                    new Money(
                            payment.at("/amount/currency").asString(),
                            paid,
                            canceled ? paid : 0,
                            sum(payment, "refunds", "SUCCESS"),
                            sum(payment, "refunds", "PROCESSING")));
        }
        return found;
    }

    /** Antom captures all by itself, or the merchant does in parts. */
    private static long captured(JsonNode payment) {
        if (payment.path("paid_at").asString("").isEmpty()) {
            return 0;
        }
        return payment.path("capture_mode").asString("").equals("MANUAL")
                ? sum(payment, "captures", "SUCCESS")
                : payment.at("/amount/value").asLong();
    }

    private static long sum(JsonNode payment, String kind, String status) {
        return payment.path(kind)
                .valueStream()
                .filter(each -> each.path("status").asString().equals(status))
                .mapToLong(each -> each.at("/amount/value").asLong())
                .sum();
    }
}
