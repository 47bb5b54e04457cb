package com.tillhouse.core.adapter.antom;

import com.alipay.global.api.response.AlipayResponse;
import com.tillhouse.core.adapter.antom.page.InquiryAnswer;
import com.tillhouse.core.adapter.antom.refund.RefundInquiryAnswer;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.GatewayCall;
import com.tillhouse.core.trail.domain.TrailNote;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notes calls to Antom with how they went: in the act under way, else in a short transaction of their own. */
final class CallTrail {
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    CallTrail(UnitOfWork unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Makes the call; its name is the end of its path. */
    <R extends AlipayResponse> Outcome<R> note(
            TenantId tenant, String objectId, String path, Supplier<Outcome<R>> call) {
        Instant at = clock.instant();
        Outcome<R> outcome = call.get();
        String api = path.substring(path.lastIndexOf('/') + 1);
        Duration took = Duration.between(at, clock.instant());
        keep(TrailNote.gatewayCall(tenant, objectId, new GatewayCall(api, at, took, outcome, said(outcome))));
        return outcome;
    }

    private void keep(TrailNote note) {
        Optional<Act> act = Act.current();
        if (act.isPresent()) {
            act.get().note(note);
        } else {
            Act.alone(note, clock).during(() -> {
                unitOfWork.runInTenant(note.tenant(), () -> {});
                return note;
            });
        }
    }

    private static @Nullable String said(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Confirmed<?>(InquiryAnswer answer, var result) -> answer.getWritten();
            case Outcome.Confirmed<?>(RefundInquiryAnswer answer, var result) -> answer.getWritten();
            default -> null;
        };
    }
}
