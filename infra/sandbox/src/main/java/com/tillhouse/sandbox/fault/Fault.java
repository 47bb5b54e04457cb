package com.tillhouse.sandbox.fault;

import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.protocol.ResultStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fault that waits for its calls.
 *
 * @param count for how many more calls
 * @param paymentRequestId only for this payment; null for any
 * @param delay how long delay, drip, late and reorder hold back, and what is in process stays so; real time for
 *     answers, the sandbox's time for all else
 * @param code what {@code result_code} answers; null for other faults
 */
public record Fault(
        Api api,
        FaultKind kind,
        int count,
        @Nullable String paymentRequestId,
        Duration delay,
        @Nullable ResultCode code) {

    private static final Duration LONGER_THAN_CLIENTS_WAIT = Duration.ofSeconds(15);
    private static final Duration LATENESS = Duration.ofMinutes(10);
    private static final Duration PROCESSING = Duration.ofMinutes(1);

    /** The delay where nobody names one. */
    public static Duration usualDelay(Api api, FaultKind kind) {
        if (kind.leavesOpen()) {
            return PROCESSING;
        }
        return api.isCalled() ? LONGER_THAN_CLIENTS_WAIT : LATENESS;
    }

    /** The code that the call is answered with, without doing anything. */
    public Optional<ResultCode> answerWithoutEffect() {
        return switch (kind) {
            case UNKNOWN_U -> Optional.of(ResultCode.UNKNOWN_EXCEPTION);
            case RESULT_CODE -> Optional.ofNullable(code).filter(known -> !isRemembered());
            default -> Optional.empty();
        };
    }

    /** The refusal that the call is answered with from now on; null if it is not refused. */
    public @Nullable ResultCode refusal() {
        return kind == FaultKind.RESULT_CODE && isRemembered() ? code : null;
    }

    private boolean isRemembered() {
        return api.remembersAnswers() && code != null && code.status() == ResultStatus.F;
    }

    boolean matches(Api called, @Nullable String payment) {
        return api == called && (paymentRequestId == null || paymentRequestId.equals(payment));
    }

    Fault oneLess() {
        return new Fault(api, kind, count - 1, paymentRequestId, delay, code);
    }
}
