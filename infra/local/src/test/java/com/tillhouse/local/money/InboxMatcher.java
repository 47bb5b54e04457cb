package com.tillhouse.local.money;

import com.tillhouse.core.shared.TenantId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outer half of invariant I-3: whatever we acknowledged to Antom stands in the inbox. */
final class InboxMatcher {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient truth;

    /** @param truth past row-level security */
    InboxMatcher(JdbcClient truth) {
        this.truth = truth;
    }

    /** Type and object of every notification that Antom takes for heard and we know nothing of. */
    List<String> lost(TenantId tenant, JsonNode ledger) {
        Set<String> kept = truth
                .sql("select type || ' ' || object_id from notification where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
        return ledger.path("payments")
                .valueStream()
                .flatMap(payment -> payment.path("notifications").valueStream())
                .filter(notice -> notice.path("acknowledged").asBoolean())
                .map(notice -> meaning(JSON.readTree(notice.path("body").asString())))
                .filter(meaning -> !kept.contains(meaning))
                .toList();
    }

    private static String meaning(JsonNode body) {
        String type = body.path("notifyType").asString();
        String object = type.equals("REFUND_RESULT") ? "refundRequestId" : "paymentRequestId";
        return type + " " + body.path(object).asString();
    }
}
