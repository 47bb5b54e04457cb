package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between {@link CheckoutSession} and its row. */
final class CheckoutSessionMapper {
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    private final JsonMapper json;

    CheckoutSessionMapper(JsonMapper json) {
        this.json = json;
    }

    CheckoutSessionRow newRow(CheckoutSession session) {
        SessionOrigin origin = session.origin();
        CheckoutSessionRow row = new CheckoutSessionRow();
        row.key = TenantKey.of(origin.tenant(), origin.id());
        row.mode = origin.mode();
        row.orderReference = origin.orderReference();
        row.currency = origin.amount().currency();
        row.amount = origin.amount().value();
        row.details = json.writeValueAsString(origin.details());
        row.redirectUrl = origin.redirectUrl();
        row.notifyUrl = origin.notifyUrl();
        row.metadata = json.writeValueAsString(origin.metadata());
        row.createdAt = origin.createdAt();
        row.expiresAt = origin.expiresAt();
        update(row, session);
        return row;
    }

    void update(CheckoutSessionRow row, CheckoutSession session) {
        row.status = session.status();
        row.sequence = session.sequence();
    }

    CheckoutSession toDomain(CheckoutSessionRow row) {
        SessionOrigin origin = new SessionOrigin(
                new TenantId(row.key.tenantId()),
                row.key.id(),
                row.mode,
                row.orderReference,
                new Money(row.currency, row.amount),
                json.readValue(row.details, OrderDetails.class),
                row.redirectUrl,
                row.notifyUrl,
                json.readValue(row.metadata, METADATA),
                row.createdAt,
                row.expiresAt);
        return CheckoutSession.restore(origin, row.status, row.sequence);
    }
}
