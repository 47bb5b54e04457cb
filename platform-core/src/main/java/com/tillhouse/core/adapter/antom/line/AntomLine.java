package com.tillhouse.core.adapter.antom.line;

import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's line: so many calls at once, and none for a while after Antom has not answered. What is held back was certainly not sent, and is
 * told as just that: nothing is known of it, least of all that it failed. When the line has rested, inquiries go first, because they can do no
 * harm; what moves money may try the line itself only when it has rested twice as long and no inquiry has closed the matter.
 */
public final class AntomLine {
    private static final int PROBES = 2;
    private static final int SLOW_PERCENT = 80;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Bulkhead own;
    private final Bulkhead all;
    private final Clock clock;
    private final Duration rest;
    private volatile @Nullable Instant opened;

    AntomLine(String name, LineSettings settings, Bulkhead own, Bulkhead all, Clock clock) {
        this.own = own;
        this.all = all;
        this.clock = clock;
        this.rest = settings.rest();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindow(
                                settings.window(),
                                settings.window(),
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(settings.failing())
                        .slowCallDurationThreshold(settings.slow())
                        .slowCallRateThreshold(SLOW_PERCENT)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .recordResult(AntomLine::unanswered)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == State.OPEN) {
                opened = clock.instant();
            }
        });
    }

    /** What says that nobody is there. A refusal, a doubt or a wrong signature is an answer. */
    private static boolean unanswered(Object outcome) {
        return outcome instanceof Outcome.Undetermined<?> lost
                && (lost.reason() == Reason.NO_ANSWER || lost.reason() == Reason.UNREADABLE);
    }

    /**
     * Makes the call, or holds it back.
     *
     * @param harmless whether it only asks
     */
    public <T> Outcome<T> call(boolean harmless, Supplier<Outcome<T>> call) {
        if (!harmless && restsFor().isPresent() || !breaker.tryAcquirePermission()) {
            return held("Antom has not answered this account of late");
        }
        if (!own.tryAcquirePermission()) {
            breaker.releasePermission();
            return held("too many calls of this account wait for Antom");
        }
        if (!all.tryAcquirePermission()) {
            own.releasePermission();
            breaker.releasePermission();
            return held("too many calls wait for Antom");
        }
        return through(call);
    }

    private <T> Outcome<T> through(Supplier<Outcome<T>> call) {
        Instant began = clock.instant();
        boolean told = false;
        try {
            Outcome<T> outcome = call.get();
            breaker.onResult(Duration.between(began, clock.instant()).toMillis(), TimeUnit.MILLISECONDS, outcome);
            told = true;
            return outcome;
        } finally {
            if (!told) {
                breaker.releasePermission();
            }
            own.onComplete();
            all.onComplete();
        }
    }

    private static <T> Outcome<T> held(String why) {
        return new Outcome.Undetermined<>(Reason.NOT_SENT, why, null);
    }

    /** How long it makes no sense to begin what moves money. */
    Optional<Duration> blocked() {
        boolean full = own.getMetrics().getAvailableConcurrentCalls() < 1
                || all.getMetrics().getAvailableConcurrentCalls() < 1;
        return restsFor().or(() -> full ? Optional.of(SOON) : Optional.empty());
    }

    private Optional<Duration> restsFor() {
        Instant since = opened;
        if (since == null || breaker.getState() == State.CLOSED) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), since.plus(rest.multipliedBy(2)));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }
}
