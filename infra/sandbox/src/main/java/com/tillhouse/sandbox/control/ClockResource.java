package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.clock.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Moves the sandbox's clock, and waits until all that fell due by it is done. */
final class ClockResource implements ControlResource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SandboxClock clock;
    private final DueWork work;

    ClockResource(SandboxClock clock, DueWork work) {
        this.clock = clock;
        this.work = work;
    }

    /**
     * The clock's face.
     *
     * @param settled whether all work that was due had been done when the answer was written
     */
    record ClockFace(Instant now, Duration ahead, boolean settled) {}

    @Override
    public Object answer(ControlCall call) {
        if (call.segments().size() > 1) {
            throw call.noSuchPath();
        }
        return switch (call.method()) {
            case "GET" -> face(Duration.ZERO);
            case "POST" -> {
                advance(ControlBody.parse(call.body(), Set.of("advance")));
                yield face(PATIENCE);
            }
            case "DELETE" -> {
                clock.reset();
                yield face(Duration.ZERO);
            }
            default -> throw call.methodNotAllowed("GET, POST or DELETE");
        };
    }

    private void advance(ControlBody body) {
        Duration step = body.optionalDuration("advance");
        if (step == null) {
            throw body.wrong("advance", "is required", "Write it like {\"advance\":\"PT25H\"}.");
        }
        clock.advance(step);
    }

    private ClockFace face(Duration patience) {
        try {
            boolean settled = work.settle(patience);
            return new ClockFace(clock.instant(), clock.ahead(), settled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ClockFace(clock.instant(), clock.ahead(), false);
        }
    }
}
