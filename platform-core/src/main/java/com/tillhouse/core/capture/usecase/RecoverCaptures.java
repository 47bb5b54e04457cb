package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/** Looks after captures that are not final: finds those whose time has come. */
public final class RecoverCaptures {
    /** Longer than the calls of one step can take, an inquiry and a sending with its question after; then another worker may try. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final CaptureRepository captures;
    private final InstantSource clock;

    public RecoverCaptures(CaptureRepository captures, InstantSource clock) {
        this.captures = captures;
        this.clock = clock;
    }

    /**
     * Claims due captures and hands tenant and id of each to the caller, who drives them in its own way (in turn or side by side). Answers how many
     * there were; of one tenant no more than {@code perTenant} are under way at once.
     */
    public int claimDue(int limit, int perTenant, BiConsumer<TenantId, String> drive) {
        List<CaptureRepository.Due> due = captures.claimDue(clock.instant(), LEASE, limit, perTenant);
        due.forEach(one -> drive.accept(one.tenant(), one.captureId()));
        return due.size();
    }
}
