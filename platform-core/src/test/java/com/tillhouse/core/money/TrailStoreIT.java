package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.domain.GatewayCall;
import com.tillhouse.core.trail.domain.TrailNote;
import com.tillhouse.core.trail.domain.line.TrailActor;
import com.tillhouse.core.trail.domain.line.TrailDecision;
import com.tillhouse.core.trail.domain.line.TrailDelivery;
import com.tillhouse.core.trail.domain.line.TrailDetail;
import com.tillhouse.core.trail.domain.line.TrailMove;
import com.tillhouse.core.trail.domain.line.TrailNotification;
import com.tillhouse.core.trail.usecase.FindTrail;
import com.tillhouse.core.trail.usecase.RecordAct;
import com.tillhouse.core.trail.usecase.TrailEntryResource;
import com.tillhouse.core.trail.usecase.TrailResource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrailStoreIT extends MoneyFixture {
    @Autowired
    FindTrail trails;

    @Autowired
    RecordAct acts;

    private <D extends TrailDetail> List<D> details(String payment, Class<D> type) {
        return trails.payment(tenant, Mode.TEST, payment).entries().stream()
                .map(TrailEntryResource::details)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void keepsTheNewestOfALongStory() {
        String payment = paid();
        acts.record(Actor.recovery(payment), () -> {
            for (int i = 1; i <= FindTrail.MOST + 5; i++) {
                GatewayCall call = new GatewayCall(
                        "inquiryPayment", clock.instant(), Duration.ofMillis(i), LedgerGateway.lost(), null);
                Act.current().orElseThrow().note(TrailNote.gatewayCall(tenant, payment, call));
            }
            return payment;
        });

        TrailResource trail = trails.payment(tenant, Mode.TEST, payment);

        assertThat(trail.truncated()).isTrue();
        assertThat(trail.entries()).hasSize(FindTrail.MOST);
        assertThat(trail.entries())
                .extracting(TrailEntryResource::kind)
                .doesNotContain("creation")
                .containsOnly("gateway_call");
        assertThat(trails.payment(tenant, Mode.TEST, openPayment()).truncated()).isFalse();
    }

    @Test
    void tellsOnWhoseBehalfAStatusMoved() {
        String payment = openPayment();
        acts.record(
                Actor.apiClient("tc_1", "req_7", "POST /v1/payments/{id}/cancel"),
                () -> cancel.cancel(tenant, Mode.TEST, payment));
        assertThat(details(payment, TrailMove.class)).anySatisfy(move -> {
            assertThat(move.to()).isEqualTo("canceled");
            assertThat(move.by()).satisfies(by -> {
                assertThat(by.kind()).isEqualTo("api_client");
                assertThat(by.id()).isEqualTo("tc_1");
                assertThat(by.requestId()).isEqualTo("req_7");
            });
        });
        assertThat(details(payment, TrailMove.class))
                .anySatisfy(move -> assertThat(move.by()).isNull());
    }

    @Test
    void tellsEachAttemptToDeliverWithoutWhatTheAddressHides() {
        String payment = paid();
        truth.sql("""
                        with endpoint as (
                          insert into webhook_endpoint (tenant_id, id, mode, kind, url, event_types, created_at)
                          values (:tenant, 'whe_1', 'TEST', 'CONFIGURED', 'https://shop.example/hook', '{*}', now())
                          returning tenant_id, id),
                        sent as (
                          insert into delivery (tenant_id, id, event_id, endpoint_id, object_id, sequence, status, attempts, created_at)
                          select e.tenant_id, 'dlv_1', e.id, w.id, e.object_id, e.sequence, 'DELIVERED', 4, now()
                          from event e, endpoint w
                          where e.tenant_id = :tenant and e.object_id = :payment and e.type = 'payment.succeeded'
                          returning tenant_id, id)
                        insert into delivery_attempt (tenant_id, delivery_id, attempt, url, started_at, millis, http_status, error)
                        select s.tenant_id, s.id, t.attempt, 'https://me:secret@shop.example:8443/hook?token=secret',
                          now() + make_interval(secs => t.attempt), 95, t.status, t.error
                        from sent s, (values (1, 500, null), (2, null, 'timeout'), (4, 200, null)) as t (attempt, status, error)""").param("tenant", tenant.value()).param("payment", payment).update();

        List<TrailDelivery> tries = details(payment, TrailDelivery.class);

        assertThat(tries).extracting(TrailDelivery::attempt).containsExactly(1, 2, 3);
        assertThat(tries).extracting(TrailDelivery::delivered).containsExactly(false, false, true);
        assertThat(tries).extracting(TrailDelivery::httpStatus).containsExactly(500, null, 200);
        assertThat(tries).extracting(TrailDelivery::error).containsExactly(null, "timeout", null);
        assertThat(tries).extracting(TrailDelivery::host).containsOnly("shop.example:8443");
        assertThat(tries.toString()).doesNotContain("secret");
    }

    @Test
    void tellsWhatAntomToldUsOfThePaymentAndItsRefunds() {
        String payment = paid();
        String refund = refunded(payment, dollars(10), "k");
        for (String about : List.of(payment, refund, "re_of_nobody")) {
            truth.sql("""
                            insert into notification (tenant_id, id, gateway_account_id, dedupe_key, type, object_id, verdict,
                              reason, headers, body, received_at, copies)
                            select tenant_id, 'ntf_' || :about, id, sha256(convert_to(:about, 'UTF8')), 'REFUND_RESULT', :about, 'PARKED',
                              'time_stale', '{}', ''::bytea, now(), 3
                            from gateway_account where tenant_id = :tenant""").param("tenant", tenant.value()).param("about", about).update();
        }

        assertThat(details(payment, TrailNotification.class))
                .containsExactlyInAnyOrder(
                        new TrailNotification("ntf_" + payment, "REFUND_RESULT", "parked", "time_stale", 3),
                        new TrailNotification("ntf_" + refund, "REFUND_RESULT", "parked", "time_stale", 3));
    }

    @Test
    void tellsWhatPeopleDecided() {
        String payment = paid();
        String person = UUID.randomUUID().toString();
        truth.sql("""
                        with someone as (
                          insert into person (person_id, email, password_hash, created_at)
                          values (cast(:person as uuid), :person || '@shop.example', 'x', now()) returning person_id)
                        insert into review_decision (tenant_id, id, object_id, reason, raised_at, choice, settled_as, note, person_id, decided_at)
                        select :tenant, 'rvd_1', :payment, 'amount_mismatch', now(), 'LEAVE', null, 'The bank has it.', person_id, now()
                        from someone""")
                .param("tenant", tenant.value())
                .param("payment", payment)
                .param("person", person)
                .update();

        assertThat(details(payment, TrailDecision.class))
                .containsExactly(
                        new TrailDecision(new TrailActor("member", person, null), "leave", "The bank has it."));
    }

    @Test
    void hidesThePaymentsOfTheOtherMode() {
        String payment = paid();
        assertThatThrownBy(() -> trails.payment(tenant, Mode.LIVE, payment)).isInstanceOf(NotFoundException.class);
    }
}
