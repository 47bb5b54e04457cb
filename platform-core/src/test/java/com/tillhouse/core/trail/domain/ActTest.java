package com.tillhouse.core.trail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.trail.domain.TrailNote.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActTest {
    private static final InstantSource CLOCK = InstantSource.fixed(CheckoutFixture.NOON);
    private final TenantId mine = CheckoutFixture.tenant();
    private final TenantId theirs = CheckoutFixture.tenant();
    private final Act act = new Act(Actor.apiClient("tc_1", "req_1", "POST /v1/payments/{id}/refunds"), CLOCK);

    private void during(Act act, Runnable work) {
        act.during(() -> {
            work.run();
            return true;
        });
    }

    private List<Kind> kinds() {
        return act.pendingOf(mine).stream().map(TrailNote::kind).toList();
    }

    @Test
    void namesEachObjectOfACallOnce() {
        during(act, () -> {
            Act.about(mine, "pay_1", "re_1", CheckoutFixture.sgd(100));
            Act.about(mine, "re_1");
            Act.about(mine, "pay_1");
        });
        assertThat(act.pendingOf(mine)).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.API_CALL);
            assertThat(note.objectId()).isEqualTo("pay_1");
            assertThat(note.madeId()).isEqualTo("re_1");
            assertThat(note.amount()).isEqualTo(CheckoutFixture.sgd(100));
        });
    }

    @Test
    void asksForNothingWhenNobodyCalled() {
        Act recovery = new Act(Actor.recovery("pay_1"), CLOCK);
        during(recovery, () -> {
            Act.about(mine, "pay_1");
            Act.refused("not_found");
        });
        assertThat(recovery.owing()).isEmpty();
        Act.about(mine, "pay_1");
        Act.refused("not_found");
        assertThat(Act.current()).isEmpty();
    }

    @Test
    void tellsARefusalOnlyOfWhatTheCallWasAbout() {
        during(act, () -> {
            Act.refused("not_found");
            Act.about(mine, "pay_1", "re_1", CheckoutFixture.sgd(100));
            Act.refused("refund_exceeds_available");
            Act.refused("refund_exceeds_available");
        });
        assertThat(kinds()).containsExactly(Kind.API_CALL, Kind.API_REFUSAL);
        assertThat(act.pendingOf(mine)).extracting(TrailNote::madeId).containsOnlyNulls();
        assertThat(act.pendingOf(mine).getLast().reason()).isEqualTo("refund_exceeds_available");
        assertThat(act.pendingOf(mine).getLast().amount()).isEqualTo(CheckoutFixture.sgd(100));
    }

    @Test
    void keepsTenantsApart() {
        during(act, () -> {
            Act.about(mine, "pay_1");
            Act.about(theirs, "pay_2");
        });
        assertThat(act.owing()).containsExactly(mine, theirs);
        act.kept(act.pendingOf(mine));
        assertThat(act.owing()).containsExactly(theirs);
        assertThat(act.pendingOf(theirs)).extracting(TrailNote::objectId).containsExactly("pay_2");
    }

    @Test
    void tellsInOneWordHowACallEnded() {
        ProviderResult refusal = new ProviderResult("F", "REFUND_WINDOW_EXCEED", null);
        Outcome<String> declined = new Outcome.Declined<>(refusal);
        Outcome<String> lost = new Outcome.Undetermined<>(Outcome.Reason.NO_ANSWER, "deadline", null);
        assertThat(call(declined).end()).isEqualTo("declined");
        assertThat(call(declined).reason()).isNull();
        assertThat(call(declined).result()).isEqualTo(refusal);
        assertThat(call(lost).end()).isEqualTo("undetermined");
        assertThat(call(lost).reason()).isEqualTo("no_answer");
        assertThat(call(lost).result()).isNull();
    }

    private static GatewayCall call(Outcome<?> outcome) {
        return new GatewayCall("refund", CheckoutFixture.NOON, Duration.ZERO, outcome, null);
    }
}
