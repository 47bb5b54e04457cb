package com.tillhouse.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.config.TillhouseJson;
import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpointCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutboxIT {
    private static final WebhookFixture WORLD = new WebhookFixture();
    private final TenantId tenant = WORLD.tenant();
    private final String object = "pay_" + tenant;

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void leavesNothingWhenTheMoveRollsBack() {
        WORLD.endpoint(tenant, "http://localhost:1/a");

        assertThatThrownBy(() -> WORLD.unitOfWork.runInTenant(tenant, () -> {
                    WORLD.events.append(tenant, WORLD.event(object, 1, "http://localhost:1/own"));
                    throw new IllegalStateException("the move failed");
                }))
                .hasMessage("the move failed");

        assertThat(rows("event")).isZero();
        assertThat(rows("delivery")).isZero();
    }

    @Test
    void keepsEventsOnlyInsideAUnitOfWork() {
        assertThatThrownBy(() -> WORLD.events.append(tenant, WORLD.event(object, 1, null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rendersWhatTheMerchantWillRead() {
        WORLD.event(tenant, object, 7);

        JsonNode body = TillhouseJson.mapper().readTree(body());
        assertThat(body.propertyNames())
                .containsExactly("type", "timestamp", "api_version", "livemode", "sequence", "data");
        assertThat(body.get("type").stringValue()).isEqualTo("payment.succeeded");
        assertThat(body.get("timestamp").stringValue())
                .isEqualTo(WORLD.clock.instant().toString());
        assertThat(body.get("api_version").stringValue()).isEqualTo("2026-11-01");
        assertThat(body.get("livemode").booleanValue()).isFalse();
        assertThat(body.get("sequence").longValue()).isEqualTo(7);
        JsonNode thing = body.get("data").get("object");
        assertThat(thing.get("amount").get("value").longValue()).isEqualTo(6000);
        assertThat(thing.get("review_reason").isNull()).isTrue();
    }

    @Test
    void cutsAnObjectThatIsTooLongForAWebhookToWhatNamesIt() {
        record Long(String id, String object, String status, Money amount, String description) {}
        Long resource = new Long(object, "payment", "succeeded", new Money("SGD", 1), "é".repeat(12_000));
        DomainEvent event =
                new DomainEvent("payment.succeeded", Mode.TEST, object, 1, WORLD.clock.instant(), resource, null);

        WORLD.unitOfWork.runInTenant(tenant, () -> WORLD.events.append(tenant, event));

        assertThat(body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
        JsonNode thing = TillhouseJson.mapper().readTree(body()).get("data").get("object");
        assertThat(thing.propertyNames()).containsExactly("id", "object", "status", "amount", "truncated");
    }

    @Test
    void tellsOnlyEndpointsThatAskedForTheTypeInThatMode() {
        String all = add(Mode.TEST, "*");
        String same = add(Mode.TEST, "payment.succeeded");
        add(Mode.TEST, "payment.failed");
        add(Mode.LIVE, "*");
        String disabled = add(Mode.TEST, "*");
        WORLD.truth
                .sql("update webhook_endpoint set disabled_at = now() where id = ?")
                .param(disabled)
                .update();
        TenantId other = WORLD.tenant();
        WORLD.endpoint(other, "http://localhost:1/other");

        WORLD.event(tenant, object, 1);

        assertThat(endpointsOfDeliveries()).containsExactlyInAnyOrder(all, same);
    }

    private String add(Mode mode, String type) {
        WebhookEndpoint endpoint =
                WebhookEndpoint.configured(mode, "http://localhost:1/", Set.of(type), WORLD.clock.instant());
        WORLD.unitOfWork.runInTenant(tenant, () -> WORLD.endpoints.add(tenant, endpoint, WebhookSecret.fresh()));
        return endpoint.id();
    }

    @Test
    void opensTheEndpointOfSessionsOnceAndSendsToTheSessionsOwnUrl() {
        WORLD.unitOfWork.runInTenant(tenant, () -> {
            WORLD.events.append(tenant, WORLD.event(object, 1, "http://localhost:1/own"));
            WORLD.events.append(tenant, WORLD.event(object, 2, "http://localhost:1/own"));
        });

        WebhookEndpoint opened = WORLD.unitOfWork
                .inTenant(tenant, () -> WORLD.endpoints.ofSessions(tenant, Mode.TEST))
                .orElseThrow();
        assertThat(endpointsOfDeliveries()).containsOnly(opened.id());
        assertThat(WORLD.truth
                        .sql("select url from delivery where object_id = ?")
                        .param(object)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsOnly("http://localhost:1/own");
    }

    @Test
    void keepsTheSecretOfSessionsThatWasGivenFirst() {
        WebhookEndpoint first = WebhookEndpoint.ofSessions(Mode.TEST, WORLD.clock.instant());
        WebhookEndpoint second = WebhookEndpoint.ofSessions(Mode.TEST, WORLD.clock.instant());

        boolean added =
                WORLD.unitOfWork.inTenant(tenant, () -> WORLD.endpoints.add(tenant, first, WebhookSecret.fresh()));
        boolean again =
                WORLD.unitOfWork.inTenant(tenant, () -> WORLD.endpoints.add(tenant, second, WebhookSecret.fresh()));

        assertThat(added).isTrue();
        assertThat(again).isFalse();
    }

    @Test
    void keepsSecretsEncrypted() {
        WebhookSecret secret = WORLD.endpoint(tenant, "http://localhost:1/").secret();

        byte[] kept = WORLD.truth
                .sql("select secret_encrypted from webhook_secret where tenant_id = ?")
                .param(tenant.value())
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesAnEndpointInsideOrWithoutKnownTypes() {
        assertThatThrownBy(() -> WORLD.endpoint(tenant, "http://192.168.0.1/"))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new AddWebhookEndpointCommand(tenant, Mode.TEST, "x", Set.of(), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new AddWebhookEndpointCommand(tenant, Mode.TEST, "x", Set.of("payment.*"), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(rows("webhook_endpoint")).isZero();
    }

    private long rows(String table) {
        return WORLD.truth
                .sql("select count(*) from " + table + " where tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    private String body() {
        return WORLD.truth
                .sql("select body from event where object_id = ?")
                .param(object)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private List<String> endpointsOfDeliveries() {
        return WORLD.truth
                .sql("select endpoint_id from delivery where object_id = ?")
                .param(object)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
