package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.global.api.response.AlipayResponse;
import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.adapter.antom.page.InquiryAnswer;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.domain.TrailNote;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallTrailTest {
    private static final ProviderResult SUCCESS = new ProviderResult("S", "SUCCESS", null);
    private final TenantId tenant = CheckoutFixture.tenant();
    private final Ticking clock = new Ticking();
    private final Recording unitOfWork = new Recording();
    private final CallTrail trail = new CallTrail(unitOfWork, clock);

    /** A third of a second passes between two looks. */
    private static final class Ticking implements InstantSource {
        private Instant now = CheckoutFixture.NOON;

        @Override
        public Instant instant() {
            now = now.plusMillis(333);
            return now;
        }
    }

    /** Sees what a real unit of work would write. */
    private static final class Recording implements UnitOfWork {
        private final List<TrailNote> written = new ArrayList<>();

        @Override
        public <T> T inTenant(TenantId tenant, Supplier<T> work) {
            T done = work.get();
            written.addAll(Act.current().orElseThrow().pendingOf(tenant));
            return done;
        }
    }

    private Outcome<InquiryAnswer> ask() {
        InquiryAnswer answer = new InquiryAnswer();
        answer.setWritten("PROCESSING");
        return trail.note(
                tenant, "pay_1", "/ams/api/v1/payments/inquiryPayment", () -> new Outcome.Confirmed<>(answer, SUCCESS));
    }

    private static void assertNoted(TrailNote note) {
        assertThat(note.kind()).isEqualTo(TrailNote.Kind.GATEWAY_CALL);
        assertThat(note.objectId()).isEqualTo("pay_1");
        assertThat(note.operation()).isEqualTo("inquiryPayment");
        assertThat(note.call()).satisfies(call -> {
            assertThat(call.said()).isEqualTo("PROCESSING");
            assertThat(call.took()).isEqualTo(Duration.ofMillis(333));
        });
    }

    @Test
    void writesAtOnceWhenNobodyActs() {
        ask();
        assertThat(unitOfWork.written).singleElement().satisfies(note -> {
            assertNoted(note);
            assertThat(note.actor()).isNull();
        });
    }

    @Test
    void leavesItToTheActUnderWay() {
        Act act = new Act(Actor.recovery("pay_1"), clock);
        act.during(this::ask);
        assertThat(unitOfWork.written).isEmpty();
        assertThat(act.pendingOf(tenant)).singleElement().satisfies(note -> {
            assertNoted(note);
            assertThat(note.actor()).isEqualTo(Actor.recovery("pay_1"));
        });
    }

    @Test
    void answersWhatTheCallAnswered() {
        Outcome<AlipayResponse> lost = new Outcome.Undetermined<>(Outcome.Reason.NO_ANSWER, "deadline", null);
        assertThat(trail.note(tenant, "re_1", "/ams/api/v1/payments/refund", () -> lost))
                .isSameAs(lost);
    }
}
